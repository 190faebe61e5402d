"""Whether the figures of a text make the sums, differences and shares that it tells of them."""

from __future__ import annotations

import pytest

from registry.model.finding import Relation
from tests.steps.reading import inside

WRONG = {
    "wrong_duration": (
        "The trial opened on 3 March 2022 and ended on 14 September 2023 after 13 months.",
        "The bridge was shut from 11:42 to 16:25, for more than six hours.",
        "The sitting began at 9.15 a.m. and ended at 12.45 p.m., after four and a half hours.",
        "Ferries stopped from 22:30 to 05:15, for nearly five hours.",
    ),
    "wrong_total": (
        "The archive holds 620 maps, 341 of them from the coast and 251 from the hills.",
        "The hospital took in 96 patients, of whom 51 came from the ferry, 30 from the quay and 21 from a bus.",
        "The farm has 48 goats that nobody else wanted to keep, 31 of them rams and 14 ewes.",
        "The fund raised $71.4 million: $40.2 million from banks, $18.9 million from towns and $10.3 million from us.",
        "They paid €9.4 million: €4.1 million for hotels, €2.2 million for meals and €2.1 million in vouchers of "
        "€80 each for families.",
        "It cost 20.4 billion: 11.1 billion for the tunnel, 6.4 billion for track and 3.1 billion for everything else.",
        "In the first half of the year the mill made 3.1 million tonnes, in the second half 3.65 million. "
        "For the whole year that makes 6.95 million tonnes.",
        "The north quarry sold 31,000 tonnes of gravel and the south quarry 22,000. Together they make 58,000 tonnes.",
        "On Saturday 118 swimmers were registered, and on Sunday another 127. That brings the number of swimmers over "
        "the weekend to 255.",
        "The fee went up by 8.9 per cent in all: 4.5 per cent in May and 3.4 per cent in November.",
        "Of the members 51 per cent were in favour, 38 per cent against and 19 per cent undecided.",
        "Among the 26 drowned were 15 men, eight women and nine children.",
        "Fourteen riders were hurt, nine of them slightly and seven badly.",
        "The ferry saved 58 people, including 30 women and 41 children.",
        "We had 480 nurses on duty, 310 of our own and 140 lent to us by other clinics.",
        "The county sent 74 divers, 46 from the coast and 18 from the lakes around.",
        "For six nights, 2,310 pilgrims had slept in tents, in barns and in the town hall: 1,460 from the valley and "
        "830 from the coast, where the road had gone and the trains stood still.",
        "Three mills were shut: Ash with 146 people, Berg in the hills with 114, the old mill with 57, 327 in all.",
        "In the autumn 318 nurses would go, 196 of them part-time and 132 in the old wing.",
    ),
    "wrong_product": (
        "Drivers earn at least 2,400 euros a month, or 26,400 euros a year before tax.",
        "The clinic costs £180,000 a year, or £11,000 a month, the trust says.",
        "The club pays 600 euros a week, which makes 26,000 euros a year.",
    ),
    "wrong_difference": (
        "In 2018 the hostel had 8,400 guests. In 2023 it had 9,750, that is 1,250 more.",
        "The hall was to cost €18.4 million; in the end €23.9 million was paid, €4.5 million more than planned.",
        "The ticket goes up from €5.20 to €6.10, that is 80 cents more.",
        "The lake has shrunk to 4.18 million hectares. That is 1.15 million hectares less than the usual 5.69 million.",
        "The school has 412 pupils. That is 86 fewer than the planned 520.",
    ),
    "wrong_share": (
        "By May the board had received 2,640 complaints. 660 of them, or 32 per cent, were upheld.",
        "The clinic tested 1,850 samples in March. 148 samples, or 12 per cent, were positive.",
        "Some 60 guests fell ill at the wedding and 12 of them were taken to hospital, a rate of 35 per cent.",
        "The orchard has 7,400 trees, of which 370, or one in ten, bear no fruit.",
        "The co-operative has 5,000 members. At the meeting 2,600 voted, three quarters of the members.",
        "Of 740 entrants 592 reached the summit, or 65 per cent.",
        "The water held 312 nanograms of it, twice the limit of 96.",
        "The number of nests fell from 820 to 610, that is by 35 per cent.",
        "In May 840 guests came, four times as many as the 420 of last year.",
        "They paid 900 million euros, more than three times the 400 million euros they had offered.",
        "The bank cut its staff by a fifth, from 6,500 to 4,300, within two years.",
        "Of the 80 berths 60 are let, or 65 per cent.",
        "Turnover was 540 million in the spring quarter, up 35 per cent from 450 million a year earlier.",
        "In 2016 the pool had 52,000 visitors. In 2024 there were 33,800 visitors, 25 per cent fewer.",
    ),
}
RIGHT = (
    "For six nights, 2,310 pilgrims had slept in tents, in barns and in the town hall: 1,460 from the valley and "
    "850 from the coast, where the road had gone and the trains stood still.",
    "Three mills were shut: Ash with 146 people, Berg in the hills with 114, the old mill with 57, 317 in all.",
    "Three mills were shut: Ash with 146 people, Berg with 114, Elm with 57, and 30 stewards lost their posts.",
    "In the autumn 328 nurses would go, 196 of them part-time and 132 in the old wing.",
    "In the autumn 318 nurses would go, 196 of them part-time and 135 in the old wing.",
    "In the autumn 310 nurses would go, 190 of them part-time and 130 in the old wing.",
    "Drivers earn at least 2,400 euros a month, or 28,800 euros a year before tax.",
    "The subscription costs $10 a month, or $100 a year.",
    "Drivers earn 2,400 euros a month, or 33,600 euros a year with both extra wages.",
    "The clinic costs £180,000 a year, and £11,000 a month was spent on nurses.",
    "The rent was 900 euros a month, or 12,000 euros in the whole season.",
    "The lake has shrunk to 4.18 million hectares. That is 1.51 million hectares less than the usual 5.69 million.",
    "The school has 434 pupils. That is 86 fewer than the planned 520.",
    "The school has 434 pupils, 212 of them girls. That is 30 more than the usual 180.",
    "The number of nests fell from 820 to 610, that is by 26 per cent.",
    "Among the 26 drowned were 15 men, eight women and three children.",
    "Among the 26 drowned were five children and two stewards.",
    "In the end 169 posts were lost. Those who had to go, put at 47 by the college, at 83 by the union, were 38.",
    "Fourteen riders were hurt, nine of them slightly and five badly.",
    "Of 740 entrants 592 reached the summit, or 80 per cent.",
    "The bridge was shut from 11.42 to 4.25, for nearly five hours.",
    "Ferries stopped from 22:30 to 05:15, for nearly seven hours.",
    "The shop is open from 9 a.m. to 5 p.m., 40 hours a week.",
    "The water held 212 nanograms of it, twice the limit of 96.",
    "The water held 212 nanograms of it, more than twice the limit of 96.",
    "The lake holds 96 species, four times more than the 21 of 1980.",
    "The walk takes 54 minutes, nearly twice the 28 minutes planned.",
    "The bank cut its staff by a third, from 6,500 to 4,300, within two years.",
    "The trial opened on 3 March 2022 and ended on 14 September 2023 after 18 months.",
    "The ferry saved 58 people, including 30 women and 19 children.",
    "We had 450 nurses on duty, 310 of our own and 140 lent to us by other clinics.",
    "We had 450 nurses on duty, 310 of our own and 90 cars lent to us by other clinics.",
    "The county sent 74 divers, 46 from the coast and 9 from the lakes around.",
    "Some 60 guests fell ill at the wedding and 12 of them were taken to hospital, a rate of 20 per cent.",
    "The orchard has 7,400 trees, of which 740, or one in ten, bear no fruit.",
    "The orchard has 7,400 trees, of which 640, or one in ten, bear no fruit.",
    "The co-operative has 5,000 members. At the meeting 2,600 voted, three quarters of those present.",
    "Of the 80 berths 60 are let, or 75 per cent.",
    "Turnover was 540 million in the spring quarter, up 20 per cent from 450 million a year earlier.",
    "Turnover was 540 million, up 9 per cent at constant rates from 450 million a year earlier.",
    "In 2016 the pool had 52,000 visitors. In 2024 there were 33,800 visitors, 35 per cent fewer.",
    "In 2016 the pool had 52,000 visitors. In 2024 there were 33,800 visitors, 25 per cent fewer than the year before.",
    "The pool of Ash had 52,000 visitors. In Elm there were 33,800 visitors in 2024, 25 per cent fewer.",
    "The archive holds 620 maps, 341 of them from the coast and 279 from the hills.",
    "The archive holds 620 maps, 341 of them in colour and 320 of them from the coast.",
    "The archive holds 620 maps, 341 of them from the coast and 251 in colour.",
    "The archive holds 620 maps, 341 of them from the coast, 251 from the hills and others from abroad.",
    "The fund raised $69.4 million: $40.2 million from banks, $18.9 million from towns and $10.3 million from us.",
    "The squad has 26 players, 14 of them from English clubs and ten from Spanish clubs.",
    "The office got 5,000 reports from France. In Spain 700 reports, or 20 per cent, came from hospitals.",
    "Turnout rose by 9 per cent overall, by 4 per cent in towns and by 7 per cent in villages.",
    "Among men 52 per cent were in favour, among women 47 per cent against and 11 per cent of all were undecided.",
    "Scale bars: 200 m in the upper map, 50 m in the inset, 100 m in the lower map.",
    "In the first half of the year the mill made 3.1 million tonnes, in the second half 3.65 million. "
    "For the whole year that makes 6.75 million tonnes.",
    "The sale brought in €3.4 million, €1.1 million of it in cash, after 2.2 in May. That makes €5.6 million.",
    "Two miners were found on Sunday and one on Monday. That brings the number of dead to 14.",
    "The town bought 40 trucks in March and 25 trucks in May. That makes 71 with the six it already had.",
    "The inquiry found that 31 guards had been on duty and 9 had been ill. It made 36 proposals.",
    "The fee went up by 8 per cent in all: 4.5 per cent in May and 3.4 per cent in November.",
    "The fee went up by 21 per cent in all: 10 per cent in May and 10 per cent in November.",
    "Of the members 51 per cent were in favour, 38 per cent against and 11 per cent undecided.",
    "Of the members 51 per cent go by bus, 38 per cent by train and 31 per cent on foot.",
    "In 2018 the hostel had 8,400 guests. In 2023 it had 9,750, that is 1,350 more.",
    "In 2018 the hostel had 8,400 guests, in 2021 7,900. In 2023 it had 9,750, that is 1,350 more than in 2018.",
    "Costs rose from €18 million to €23 million, €8 million more than planned.",
    "By May the board had received 2,640 complaints. 660 of them, or 25 per cent, were upheld.",
    "The valley has 1,850 homes. 148 homes, or 12 per cent of those on the network, burn oil.",
    "The clinic tested 1,850 samples, 920 samples of them from children. 148 samples, or 16 per cent, were positive.",
)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in WRONG.items() for text in texts])
def test_figures_that_do_not_make_what_is_told_of_them_are_found(rule, text):
    assert [finding.rule for finding in inside(text)] == [rule]
    assert inside(text)[0].relation is Relation.SELF_CONTRADICTION


@pytest.mark.parametrize("text", RIGHT)
def test_figures_that_do_or_need_not_are_left_alone(text):
    assert not inside(text)
