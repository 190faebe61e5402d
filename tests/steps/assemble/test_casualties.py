"""What reports of accidents and crimes count: the dead, those badly hurt, ages, children, wounds, offers of pay."""

from __future__ import annotations

import pytest

from tests.steps.reading import called

CALLED = [
    ("Four ski tourers died and three others were injured.", "Four", "killed ski tourer"),
    ("Eight people died and 29 were hurt, seven critically.", "seven", "critically injured person"),
    ("Twenty people were hurt, four of them with serious injuries.", "four", "seriously injured person"),
    ("Three people were seriously injured and 20 slightly.", "20", "slightly injured person"),
    ("Prosecutors ordered the arrest of five people.", "five", "arrest"),
    ("Seven suspects have been detained, the prosecutor's office said.", "Seven", "detained suspect"),
    ("The number of people who have fallen ill with the disease has climbed to 42.", "42", "sick person"),
    ("The toll from a blaze in Varna has risen to 41, officials in Bulgaria said.", "41", "death toll"),
    ("Fifty-eight passengers and crew were in the bus.", "Fifty-eight", "person on board"),
    ("Some 57 people were pulled from the water, nine of them children.", "nine", "child"),
    ("Police held 14 people and two ex-officials.", "two", "former official"),
    ("Almost one in five pupils there, 1,060 in all, hold an exemption.", "1,060", "pupil"),
    ("The victim was stabbed 17 times.", "17", "stab wound"),
    ("She was knifed 12 times.", "12", "stab wound"),
    (
        "Brandt was found guilty by a majority verdict in April after a trial lasting 11 days.",
        "11 days",
        "trial length",
    ),
    ("A ship carrying eight tonnes of cocaine was escorted into port.", "eight tonnes", "cocaine"),
    ("A woman of 34 remained in hospital.", "34", "age"),
    ("One of the drivers, a man of 44, survived.", "44", "age"),
    ("Two men aged 19 and 23 were arrested.", "23", "age"),
    ("Two brothers, 19 and 23, are to appear in court.", "19", "age"),
    ("Mr Aslam, a father of four, had run the shop.", "four", "child"),
    ("The youngest victim was 29.", "29", "youngest age"),
    ("The crash killed 14 and injured dozens.", "14", "death"),
    ("The boat sank, killing at least 21 and leaving dozens missing.", "at least 21", "death"),
    ("Some paid 6,000 euros a head, one survivor, a 22-year-old from Khartoum, said.", "22-year-old", "survivor age"),
    ("The strikers had been offered a pay rise of 5.1 per cent.", "5.1 per cent", "offer"),
    ("The strikers want 7.5 per cent.", "7.5 per cent", "demand"),
    ("The licence under which the club operated ran out in March 2025.", "March 2025", "licence expiry date"),
    ("The building came down at 4.50 am.", "4.50 am", "building collapse time"),
    ("The company said 31 members of the crew were ill.", "31", "sick crew member"),
    ("The ship returned with 184 sick passengers.", "184", "sick passenger"),
    ("Six people were taken to hospital.", "Six", "hospitalised person"),
    ("Eleven of the wounded remained in hospital.", "Eleven", "hospitalised person"),
    ("Nine people are in hospital, and three are in intensive care.", "three", "person in intensive care"),
    ("Police said that five of the escapees had been caught again.", "five", "caught escapee"),
    ("A fire has forced 2,800 people to leave their homes.", "2,800", "evacuated person"),
    ("Some reports say 260 people were on the train when it derailed.", "260", "person on board"),
    ("A policeman, father of two, was killed on Sunday.", "two", "child"),
    ("The suspected shooter is 25.", "25", "age"),
    ("The death toll rose to four after a woman died in hospital.", "four", "death toll"),
    (
        "The court cut the sentence of an officer who sold files from nine years to seven.",
        "nine years",
        "prison sentence",
    ),
    ("The vessel was inspected in September.", "September", "vessel inspection date"),
    ("The blast occurred at 5.10 am.", "5.10 am", "blast time"),
    ("The train left the rails at 7.22 am.", "7.22 am", "train derailment time"),
    # those who were saved, lost their homes, were not found or suffocated
    ("The crew took 289 people off the boat.", "289", "rescued person"),
    ("The coastguard brought 312 people ashore.", "312", "rescued person"),
    ("Rescuers pulled 34 survivors from the mud.", "34", "rescued survivor"),
    ("Nine people suffocated below deck.", "Nine", "death"),
    ("The bodies of 28 people were recovered.", "28", "death"),
    ("Some 9,300 people have lost their homes.", "Some 9,300", "homeless person"),
    ("Helpers speak of 11,400 who were made homeless.", "11,400", "homeless person"),
    ("Seventeen people have still not been found.", "Seventeen", "missing person"),
    ("Three of the injured are fighting for their lives.", "Three", "critically injured person"),
    ("Some 620 inhabitants have been moved to two hotels.", "Some 620", "evacuated inhabitant"),
    ("A ferry carrying 212 people hit a wall.", "212", "person on board"),
    ("The line is carrying 46,000 people a day.", "46,000", "person"),
    ("Arrivals on Orlin have reached 26,300.", "26,300", "arrival"),
    ("Nineteen suspects aged between 20 and 58 were arrested.", "Nineteen", "arrest"),
    ("Police held four women, the oldest of them 61.", "61", "oldest age"),
    # what courts give and take, what was found
    ("Lind must do 200 hours of unpaid work.", "200 hours", "unpaid work"),
    ("Lind got 24 months in prison, suspended for two years.", "24 months", "suspended sentence"),
    ("The jury was out for six hours.", "six hours", "deliberation"),
    ("The jury took just under four hours to convict him.", "just under four hours", "deliberation"),
    ("They found 68,000 euros in cash, three guns and 16 phones.", "68,000 euros", "cash"),
    ("In all, 53 vehicles valued at €2.3 million were stolen.", "€2.3 million", "vehicle value"),
    ("Everyone is offered a voucher worth $400.", "$400", "voucher value"),
    ("The cost of the damage is put at €1.2 million.", "€1.2 million", "damage cost"),
    ("The number of persons who lost their lives is 18.", "18", "death"),
    ("The number of people who had to leave their homes stands at 900.", "900", "evacuated person"),
    ("Fifteen young people were crushed to death.", "Fifteen", "death"),
    ("The jet slid off the runway, injuring 14 people, officials said.", "14", "injured person"),
    ("Winds were gusting at 65 km/h.", "65 km/h", "wind gust"),
    ("Nine are still in a critical condition.", "Nine", "critically injured person"),
    ("Seventeen are receiving intensive care.", "Seventeen", "person in intensive care"),
    ("The eldest is 61 years old.", "61 years old", "eldest age"),
    ("Some 2,400 tents have been handed out.", "Some 2,400", "tent"),
]


@pytest.mark.parametrize(("text", "exact", "name"), CALLED, ids=[f"{text[:36]}: {exact}" for text, exact, _ in CALLED])
def test_a_figure_of_an_accident_or_a_crime_has_its_own_name(text, exact, name):
    assert called(text, exact) == name


def test_a_time_with_its_own_noun_is_no_age():
    text = "Police held the 52-year-old owner. The government declared three days of national mourning."
    assert called(text, "three days") == "national mourning time"
