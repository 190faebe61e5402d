"""Which claims answer the same question: block by cheap keys, score by explained features, let people decide the rest.

    keys, handles, landmarks     whom a claim, a name and a document meet
    profile     what of a claim matters, worked out once: by stated (the concepts it names), concepts and words,
                entities (names), lines and nearby (what stands around the figure), bounds, verbs, asked (the question
                before it), bearers
    features    what speaks for one question: about, whose, told, telling, figures, marks, doubts; saying is their
                answer
    vetoes      what outranks them: addends, apart, confusions, contests, dealings, entries, extents, framed, orders,
                parallel, parties, portions, reviews, rowed, singled, times, wishes
    weigh       both as a chance; rivals and second look again among other pairs, thresholds say what is demanded
    twins, moved, grounds        edited copies, figures that have moved, causes
    kinship     whether two documents are of one matter
    distinct    facts of one document that share a key           taught     what people said of words
    questions   the question of a fact, by naming, blanks and sound     lately     answers kept for the next asking
    fit, fit_kinship, fit_second, learn, examples, strangers     fitting; nothing of it runs in production

A newcomer's mistake: asking for a threshold. `score` has three outcomes, and None is one of them.
"""

from __future__ import annotations

from registry.steps.match.keys import fact_key, keys
from registry.steps.match.questions import question
from registry.steps.match.taught import Lesson, Taught, lesson
from registry.steps.match.weigh import Match, score, why_not

__all__ = ["Lesson", "Match", "Taught", "fact_key", "keys", "lesson", "question", "score", "why_not"]
