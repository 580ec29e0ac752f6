"""The tagger's attributions and the rules' drafts made one list: the tagger says where, the rules of what kind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.spans import Span, Spans, common, covers, length, merged, without
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.evidence import Tagged, confidence
from dragoman.reading.attribution.find import Found
from dragoman.reading.attribution.grammar import stops
from dragoman.reading.attribution.kinds import kind_of
from dragoman.reading.attribution.near import Stretches, near, stretch
from dragoman.reading.attribution.shown import CLAUSES
from dragoman.reading.attribution.tags import Attribution

SAME = 0.5
"""Contents that share so much of what both hold are one attribution's, as PolNeAR's scorer has it."""
CERTAIN = 0.7
"""What is only likely by the rules is sure where the tagger's confidence is at least this."""
TOLD = 0.8
"""A quotation of which the tagger gave so much to a cue needs no rule that it goes on from another."""
SEEN = 0.2
"""A rule's attribution that the tagger did not find is kept where the tagger takes its words for a cue with this
probability.
"""


RELATIVE = re.compile(r"\s*,\s*(which|who|whom|whose|where|when)\b")
"""How a clause goes on that tells more of the word before it."""
LINKING = {"", "which", "who", "whom", "and", "but", "or", "the", "a", "an", "of", "to"}
"""A run of nothing but one of these says nothing."""
EMPTY = " \t\n\u00a0\"“”‘’'.,;:-–—"
CLOSE = 4
"""Code points between two runs that go on from each other."""
LAID_OUT = {"turn", "signed"}
"""Rules that go by the layout of the page, which the tagger hardly sees."""


def combined(rules: Found, attributions: Sequence[Attribution], tagged: Tagged) -> list[Draft]:
    """The tagger's attributions with the kinds that the rules know, then what the rules alone find and is kept."""
    going_on = [d for d in rules.drafts if d.rule == "continuation"]
    leading = [d for d in rules.drafts if d.rule != "continuation"]
    own = [d for d in leading if d.rule in LAID_OUT]
    undivided = _undivided(rules, _outside(attributions, own))
    apart = _apart(rules.parsed.text, _without_leads(rules, undivided), going_on)
    quoted = merged(part for q in rules.quotations for part in q.parts)
    borders = Stretches([span for a in apart for span in (*a.source, *a.cue)])
    drafts: list[Draft] = []
    now: dict[Spans, Spans] = {}
    taken: set[int] = set()
    for found, same in zip(apart, _matched(leading, apart), strict=True):
        taken.update(same)
        if same:
            closest = sorted((leading[i] for i in same), key=lambda d: _closeness(found, d), reverse=True)
            if not common(closest[0].source, found.source):
                voiced = kind_of(rules.parsed, found, quoted).voiced  # the rules looked at somebody else
                closest[0] = replace(closest[0], voiced=voiced)
            ruled = _as_ruled(_completed(rules.parsed.text, found, closest, borders), closest)
            for draft in closest:
                now |= {draft.source: ruled[0].source, draft.cue: ruled[0].cue}
            drafts += ruled
        else:
            drafts.append(_unruled(rules, found, quoted))
    drafts = [_surer(draft, tagged) for draft in drafts]
    told = merged(span for d in drafts for span in d.content)
    drafts += _kept([d for i, d in enumerate(leading) if i not in taken], apart, tagged)
    return drafts + [
        replace(d, source=now.get(d.source, d.source), cue=now.get(d.cue, d.cue) if d.cue else ())
        for d in going_on
        if length(common(near(told, stretch(d.content)), d.content)) < TOLD * length(d.content)
    ]


def _outside(attributions: Sequence[Attribution], own: Sequence[Draft]) -> list[Attribution]:
    """The attributions without what the page's layout says is another's: what stands under a speaker's label or over a
    signature. Those whose cue is the label's or stands within the words are left alone.
    """
    index = Stretches([stretch(d.content) for d in own])
    out = []
    for found in attributions:
        theirs = [own[i] for i in index.meeting(stretch(found.content))]
        taken = [s for d in theirs if not common(found.cue, (*d.cue, *d.content)) for s in d.content]
        if content := without(found.content, taken):
            out.append(found._replace(content=content))
    return out


def _undivided(rules: Found, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with no quotation shared between two: it is all of the one whose cue the rules put beside it, or
    of the one that has most of it.
    """
    ruled = {(d.at, part) for d in rules.drafts if d.rule == "direct" for part in d.content}
    index = Stretches([q.outer for q in rules.quotations])
    claims: dict[int, list[tuple[bool, int, int]]] = {}
    for i, found in enumerate(attributions):
        for at in index.meeting(stretch(found.content)):
            quotation = rules.quotations[at]
            shared = length(common(found.content, quotation.parts))
            if shared and not common(found.cue, (quotation.outer,)):
                sure = any((span.start, part) in ruled for span in found.cue for part in quotation.parts)
                claims.setdefault(at, []).append((sure, shared, -i))
    out = list(attributions)
    for at, rows in claims.items():
        for _, _, i in sorted(rows)[:-1]:
            out[-i] = out[-i]._replace(content=without(out[-i].content, rules.quotations[at].parts))
    return out


def _without_leads(rules: Found, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with no words before a quotation that end another's clause: where the rules give the quotation
    alone to the one cue, and the words before it to the cue before, they are that one's.
    """
    quotes = {d.at: d.content[0].start for d in rules.drafts if d.rule == "direct"}
    clauses = {d.at: d.content for d in rules.drafts if d.rule == "verb:clause"}
    out = [found for found in attributions if found.content]
    for i, found in enumerate(out[1:], start=1):
        quote = next((quotes[span.start] for span in found.cue if span.start in quotes), 0)
        lead = tuple(Span(a, min(b, quote)) for a, b in found.content if a < quote)
        clause = next((clauses[s.start] for s in out[i - 1].cue if s.start in clauses), ())
        joins = lead and out[i - 1].content and 0 <= lead[0].start - out[i - 1].content[-1].end < CLOSE
        if joins and length(common(lead, clause)) >= TOLD * length(lead):
            before = merged((*out[i - 1].content, Span(out[i - 1].content[-1].end, lead[-1].end)))
            out[i - 1] = out[i - 1]._replace(content=before)
            out[i] = found._replace(content=without(found.content, lead))
    return [found for found in out if found.content]


def _apart(text: str, attributions: Sequence[Attribution], going_on: Sequence[Draft]) -> list[Attribution]:
    """The attributions without the quotations that, by the rules, go on from a statement: those are statements of their
    own, and the nearest cue need not be theirs. One whose cue stands right beside it stays.
    """
    index = Stretches([stretch(d.content) for d in going_on])
    out = []
    for found in attributions:
        mine = tuple(span for span in found.content if text[slice(*span)].strip(EMPTY).lower() not in LINKING)
        for draft in [going_on[i] for i in index.meeting(stretch(mine))]:
            if not _beside(text, found, draft.content):
                mine = tuple(s for s in mine if shared((s,), draft.content) < SAME and not covers(draft.content, (s,)))
        if mine:
            out.append(found._replace(content=mine))
    return out


def _beside(text: str, found: Attribution, content: Spans) -> bool:
    """Whether no sentence ends between the cue and the content."""
    cue = found.cue[0]
    return not stops(
        text[cue.end : content[0].start] if cue.end <= content[0].start else text[content[-1].end : cue.start]
    )


def _unruled(rules: Found, found: Attribution, quoted: Spans) -> Draft:
    kind = kind_of(rules.parsed, found, quoted)
    rule = "tagged:clause" if kind.clause else "tagged:object"
    return Draft(
        content=found.content,
        source=found.source,
        cue=found.cue,
        kind=kind.kind,
        grade=kind.grade,
        rule=rule,
        at=kind.at,
        conveyed=kind.conveyed,
        voiced=kind.voiced,
    )


def _matched(drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> list[list[int]]:
    """For each attribution the drafts that are the same: they share the cue, or most of the content without standing
    inside it.
    """
    cues, contents = Stretches([stretch(d.cue) for d in drafts]), Stretches([stretch(d.content) for d in drafts])
    found = []
    for one in attributions:
        by_cue = {i for i in cues.meeting(stretch(one.cue)) if common(drafts[i].cue, one.cue)}
        by_content = {
            i
            for i in contents.meeting(stretch(one.content))
            if shared(drafts[i].content, one.content) >= SAME
            and not (drafts[i].cue and covers(one.content, drafts[i].cue))
        }
        found.append(sorted(by_cue | by_content))
    return found


def shared(left: Spans, right: Spans) -> float:
    """How much of what two contents hold both hold (Jaccard 1901), by characters."""
    both = length(common(left, right))
    return both / max(1, length(left) + length(right) - both)


def _completed(text: str, found: Attribution, same: Sequence[Draft], borders: Stretches) -> Attribution:
    """The attribution with its last clause: where by the parse a relative clause goes on from what the tagger took, and
    no other cue or source stands in it.
    """
    draft, end = same[0], found.content[-1].end
    rest = Span(end, max(end, draft.content[-1].end))
    if draft.grade != "sure" or not common(draft.cue, found.cue) or not RELATIVE.match(text, *rest):
        return found
    own = covers(draft.content, (rest,)) and common(draft.content, found.content[-1:])
    return found._replace(content=merged((*found.content, rest))) if own and not borders.meeting(rest) else found


def _closeness(found: Attribution, draft: Draft) -> tuple[bool, bool, float]:
    """How well the draft tells of what kind the attribution is."""
    return bool(common(draft.cue, found.cue)), draft.grade == "sure", shared(draft.content, found.content)


def _as_ruled(found: Attribution, same: Sequence[Draft]) -> list[Draft]:
    """The attribution with the kind of its closest draft; clauses that each have a "that" stay statements."""
    if same[0].rule == "verb:as" and covers(found.content, same[0].content):
        found = found._replace(content=same[0].content)  # "called it a blockade" says nothing of "it"
    clauses = [d for d in same[1:] if d.rule == "conjunct" and covers(found.content, d.content)]
    content = without(found.content, [span for d in clauses for span in d.content])
    source = found.source or next((d.source for d in same if d.source), ())
    first = replace(same[0], content=content or found.content, source=source, cue=found.cue)
    return [first, *(replace(d, source=source) for d in clauses if content)]


def _within_all(draft: Draft, found: Attribution) -> bool:
    """Whether the draft runs no further than the attribution with its cue and source ("..., according to Moe")."""
    return covers((stretch(merged((*found.content, *found.cue, *found.source))),), draft.content)


def _surer(draft: Draft, tagged: Tagged) -> Draft:
    """What the rules take for likely and the tagger for certain is sure."""
    likely = draft.grade == "likely" and draft.kind in {"speech", "position"}
    return replace(draft, grade="sure") if likely and confidence(draft, tagged) >= CERTAIN else draft


def _kept(alone: Sequence[Draft], attributions: Sequence[Attribution], tagged: Tagged) -> list[Draft]:
    """The drafts that the tagger did not find and that are kept: inside another's content, where the tagger cannot
    look; or surely an attribution, by a clause or by the tagger's second thoughts.
    """
    index = Stretches([stretch(a.content) for a in attributions])
    kept = []
    for draft in alone:
        about = [attributions[i] for i in index.meeting(stretch(draft.content))]
        inside = draft.cue and any(covers(a.content, draft.cue) and _within_all(draft, a) for a in about)
        free = draft.rule in CLAUSES and not any(common(a.content, draft.content) for a in about)
        sure = draft.grade == "sure" and (free or tagged.probability("cue", draft.cue) >= SEEN)
        if inside or sure or draft.rule in LAID_OUT:
            kept.append(draft)
    return kept
