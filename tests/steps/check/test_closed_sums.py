"""Whether closed lists, those who did and did not, amounts at a price and rates in two units come out right."""

from __future__ import annotations

import pytest

from tests.steps.reading import rules

WRONG = {
    "wrong_total": (
        "The clinic logged 318 falls last winter (204 of residents, 99 of visitors).",
        "Police recorded 86 thefts at the fair (51 of phones, 29 of bicycles) on both days.",
        "Up to 540 jobs will go at the mill, comprising 310 weavers and 250 drivers.",
        "About 90 boats took part, made up of 51 sloops and 22 ketches.",
        "The fleet will have up to 74 vans, consisting of 48 diesel vans and 36 electric ones.",
        "Up to 70 boats may moor: 48 at the quay and 36 at the mole.",
        "Costs: hall £12,400, food £8,300, together £21,700.",
        "Repairs to the pier €61,400, new railings €12,900, in all €73,400.",
        "Masts €41,300, sails €18,200, in total €69,500.",
        "Rent $1,250, heating $310, water $95, which makes $1,755.",
        "Paint came to $2,140, brushes to $410, the scaffold to $1,900, or $4,540 in all.",
        "Of 340 graduates so far 218 were women and 112, the youngest included, men.",
        "Of the 95 jurors 52 were women and 41, most of them retired, were men.",
        "Each of eleven councillors voted: seven were in favour and three were not.",
        "The nineteen bishops met in Trier. Twelve agreed and six did not.",
        "All fourteen farms were asked: nine answered and one did not.",
        "Circulation of the weekly\n\nKiosk\t12,300\nPost\t8,150\nPaid total\t21,450\n",
        "Shares in the dam\n\nVerbund\t40%\nCantons\t35%\nTown\t25%\nTotal\t120%\n",
        "Wounded, all told\t31\n- taken to Perth\t6\n- kept in the field clinic\t18\n- sent home\t9\nCars lost\t4\n",
    ),
    "wrong_product": (
        "The board paid 4.2 million rupees for 140 wells, 300,000 rupees per well.",
        "A wind farm hands villages 20,000 euros per turbine and has paid 8 million euros for 40 turbines so far.",
        "Out of £24m in bonuses, £70 for each of its 400,000 members, the club gives households £20.",
        "The valuers arrived at $96m: 1,200 acres at $50,000 apiece.",
        "We reckon with £91,000: 650 tonnes at £120 a tonne.",
        "Damage of €3.6m, they say, 420 km of fence at €7,000 a kilometre.",
        "The mill sold 650 tonnes at £120 a tonne, which makes £91,000.",
        "The club sold 340 scarves at €15 a scarf, or €6,100 in all.",
    ),
    "wrong_conversion": (
        "The fine was £900. A bell of 940 kilograms (2,720 pounds) hangs in the tower.",
        "Growers report 6.4 tonnes a hectare (3.6 tonnes an acre) of barley.",
        "The rice gave 52 quintals/ha (12 quintals an acre).",
        "Rent is 90 euros per square metre (12.50 euros per square foot) in the arcade.",
        "The pump moves 400 litres a minute (34,000 litres an hour).",
        "They spread 300 kilograms per hectare, or 410 pounds per acre, of lime.",
    ),
}
RIGHT = (
    "Police recorded 86 thefts at the fair (51 of phones, 35 of bicycles) on both days.",
    "The zoo keeps 64 birds (31 of them rescued, 28 of them hatched on site).",
    "The zoo keeps 64 birds (31 parrots, 28 owls) on site.",
    "In the spring the library bought 212 books (141 of poetry, 20 of history) and many maps.",
    "Up to 560 jobs will go at the mill, comprising 310 weavers and 250 drivers.",
    "Up to 540 jobs will go, comprising mainly 310 weavers and 90 drivers.",
    "Up to 90 boats may moor, 48 at the quay and 36 at the mole.",
    "Rent $1,250, heating $310, water $95, total $1,655.",
    "Admission is £12, children £6, families together £28.",
    "The grant is £30,000, the loan £20,000, and the fund has £55,000 in all.",
    "Fees were £30,000, of which £12,000 from abroad, in all £44,000.",
    "Carts 40, horses 24, drivers 31, in all 55.",
    "Of 340 graduates so far 218 were women and 122, the youngest included, men.",
    "Of 340 graduates 218 were women and 112 men; the sex of others is not known.",
    "Each of eleven councillors voted: seven were in favour and four were not.",
    "Eleven councillors were present. Seven were in favour and three were not sure.",
    "The nineteen bishops met in Trier. Twelve agreed, six did not and one abstained.",
    "All nine members of the panel took part; five voted for the ban and three against it.",
    "The fifteen men left at dawn. Two came back and one did not.",
    "The 40 houses were searched, and 12 were found to be empty. Nine were heated and three were not.",
    "Circulation of the weekly\n\nKiosk\t12,300\nPost\t8,150\nPaid total\t20,450\n",
    "Beds by ward\n\nEast\t120\nWest\t130\nLast year total\t241\n",
    "Shares in the dam\n\nVerbund\t40%\nCantons\t35%\nTown\t25%\nTotal\t100%\n",
    "Turnout\n\nNorth\t40%\nSouth\t35%\nTown\t41%\nTotal\t39%\n",
    "Wounded, all told\t33\n- taken to Perth\t6\n- kept in the field clinic\t18\n- sent home\t9\nCars lost\t4\n",
    "A wind farm hands villages 20,000 euros per turbine and has paid 800,000 euros for 40 turbines so far.",
    "Out of £28m in bonuses, £70 for each of its 400,000 members, the club gives households £20.",
    "The valuers arrived at $60m: 1,200 acres at $50,000 apiece.",
    "The growers took €45,000: 300 tonnes at €120 a tonne, the rest at other prices.",
    "The joiner asks £610, 12 hours at £40 an hour and the timber.",
    "The parish paid £5,000 for 40 yews at £100 each and their planting.",
    "The school paid $1,100, including tax, for 10 stoves at $100 each.",
    "The inn bought 12 chairs at £40 each and a table, which came to £610.",
    "Of the 520 rowers, 301 were men and 199 women; 20 left the box empty.",
    "Of 500 tenants asked, 280 were women and 215 men. Five left the box empty.",
    "A day ticket costs £8, a boat trip £30, both together £35.",
    "Up to 60 places are open, 40 for beginners and 30 for the advanced, as ten may be shared.",
    "The 120 tenants pay £20 each, or £240 a year.",
    "The quarry grinds 3 tonnes an hour, or 40 tonnes a day in two shifts.",
    "Milk fell to 32 cents a litre, or €1.45 a gallon.",
    "| Month | Sun |\n|---|---|\n| May | 210 |\n| June | 240 |\n| Spring total | 500 |\n",
    "They offer 650 tonnes at £120 a tonne, and £91,000 for the barge.",
    "They sold 650 tonnes at £120 a load for £91,000.",
    "We reckon with £78,000: 650 tonnes at £120 a tonne.",
    "The fine was £900. A bell of 940 kilograms (2,072 pounds) hangs in the tower.",
    "The fine was £900. A bell of 2,072 pounds (940 kilograms) hangs in the tower.",
    "A bell of 940 kilograms (£2,720 at today's prices) hangs in the tower.",
    "Growers report 6.4 tonnes a hectare (2.6 tonnes an acre) of barley.",
    "Growers report 6.4 tonnes a hectare (30 tonnes a farm) of barley.",
    "Growers report 6.4 tonnes a hectare (12 euros an acre) of barley.",
    "Rent is 90 euros per square metre (8.36 euros per square foot) in the arcade.",
    "The pump moves 400 litres a minute (24,000 litres an hour).",
    "They spread 300 kilograms per hectare, or 268 pounds per acre, of lime.",
)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in WRONG.items() for text in texts])
def test_what_does_not_make_what_is_told_beside_it_is_found(rule, text):
    assert rules(text) == [rule]


@pytest.mark.parametrize("text", RIGHT)
def test_what_does_or_need_not_is_left_alone(text):
    assert not rules(text)
