"""What statements are about: issues found in the collection itself, and the places that name each.

An issue is a noun phrase that recurs, with its variants: other spellings, the plural, "repair of roads" for "road
repair", another word for the same kind of thing ("deal", "accord"), the head with more words before it. A head alone
("the deal") stands for an issue where the collection uses it for hardly anything else and the article uses it for that
alone (after Gale, Church and Yarowsky 1992: one sense a discourse). A statement in which nothing of this stands has no
issue. Vectors join nothing: "sanctions" and "sanctions relief" are nearer to each other than "deal" and "accord".
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from dragoman.compare.forms import tokens
from dragoman.compare.issue_terms import (
    Evidence,
    Key,
    Run,
    find_runs,
    head_key,
    is_plain_modifier,
    key_of,
    singular,
)
from dragoman.compare.phrased import printed
from dragoman.compare.recurring import Found, across, count, found_in, is_plain, recurring
from dragoman.knowledge.issues import phrase_words
from dragoman.model.links import At, IssueGroup, IssueTerm, Reason
from dragoman.model.profile import NO_PROFILE, Profile, ProfileIssue
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Span, common

MOST_ISSUES = 40
"""So many issues are found; a profile may name more."""
SHORT_SHARE = 0.5
"""A head alone stands for the issue that has this share of the head's uses with a telling word before it."""
SHORT_USES = 4
LEAST_LAST = 0.1
"""A word that ends a smaller share of the runs in which it stands is no noun: "develop nuclear" cuts a phrase short."""
SPELLED, SAME_KIND, ORDER, NARROWER, HEAD_ALONE, PERSON = (
    "spelling or number",
    "the same kind of thing",
    "the same words in another order or form",
    "the head with more words before it",
    "the head alone, where the article uses it for nothing else",
    "the profile",
)


@dataclass(slots=True)
class _Issue:
    """An issue while it is put together: its name's words, and its terms, each with why it belongs."""

    name: str
    terms: dict[Key, str] = field(default_factory=dict)
    short: str = ""
    named: bool = False
    uses: Counter[tuple[tuple[str, ...], str]] = field(default_factory=Counter)
    mentions: list[tuple[At, Span]] = field(default_factory=list)


def find_issues(readings: Sequence[ReadArticle], profile: Profile = NO_PROFILE) -> tuple[IssueGroup, ...]:
    """The issues, those of the profile first in its order, then those that most articles name."""
    runs = find_runs(readings)
    evidence = Evidence(runs)
    terms = count(runs, {read.article.id: read.article.masthead.outlet for read in readings})
    known = recurring(terms, evidence, sum(not read.reading.unread for read in readings))
    issues, dead = _with_profile(_issues(known, runs), profile)
    _assign(issues, dead, runs, evidence)
    for issue, asked in zip(issues, profile.issues, strict=False):
        _add_printed(issue, readings, _narrowed(asked, profile))
    named = [issue for issue in issues if issue.named]
    others = sorted((issue for issue in issues if not issue.named), key=_rank)
    shown = [*named, *([] if profile.only else others[:MOST_ISSUES])]
    texts = {read.article.id: read.article.text for read in readings}
    return tuple(_group(issue, texts) for issue in shown if issue.mentions)


def _rank(issue: _Issue) -> tuple[int, int, str]:
    return -len({at.article for at, _ in issue.mentions}), -len(issue.mentions), issue.name


def _issues(known: Mapping[Key, tuple[str, ...]], runs: Sequence[Run]) -> list[_Issue]:
    heads = _heads(known, runs)
    of: dict[Key, _Issue] = {}
    # Shorter terms first: what has more words before one of them belongs to it.
    for key in sorted(known, key=lambda key: (len(key), list(known).index(key))):
        form = known[key]
        if len(form) == 1 and heads.get(head_key(form[0])):
            continue
        wider = next((k for n in range(1, len(form)) if (k := _key(form[n:])) in of), None)
        if wider is not None:
            of[wider].terms[key] = NARROWER
            of[key] = of[wider]
        else:
            of[key] = _Issue(" ".join(form), {key: SPELLED})
    for head, key in heads.items():
        if key in of and of[key].terms[key] == SPELLED:
            of[key].short = head
    return list({id(issue): issue for issue in of.values()}.values())


def _key(form: Sequence[str]) -> Key:
    text = " ".join(form)
    return key_of(tokens(text, (Span(0, len(text)),)))


def _heads(known: Mapping[Key, tuple[str, ...]], runs: Sequence[Run]) -> dict[str, Key]:
    """Heads that alone stand for a longer term, which has most of their uses with a telling word before them."""
    before: defaultdict[str, Counter[Key]] = defaultdict(Counter)
    for run in runs:
        words = run.words
        if len(words) > 1 and not is_plain_modifier(words[-2].form):
            before[head_key(words[-1].form)][key_of(words[-2:])] += 1
    found = {}
    for key, form in known.items():
        head = head_key(form[-1])
        top, uses = (before[head].most_common(1) or [((), 0)])[0]
        enough = uses >= max(SHORT_USES, SHORT_SHARE * before[head].total())
        if len(form) == 2 and key == top and enough and not is_plain(form[-1]):
            found[head] = key
    return found


def _with_profile(issues: list[_Issue], profile: Profile) -> tuple[list[_Issue], set[Key]]:
    """The issues as the profile has them, and the terms that are none."""
    dead = {_key(phrase.split()) for phrase in profile.leave_out if phrase.split()}
    taken: set[int] = set()
    named = []
    for asked in profile.issues:
        mine, excluded = _asked(asked)
        for issue in issues:
            if id(issue) not in taken and mine.terms.keys() & issue.terms.keys():
                taken.add(id(issue))
                mine.terms = {**issue.terms, **mine.terms}
                mine.short = mine.short or issue.short
        mine.terms = {key: why for key, why in mine.terms.items() if key not in excluded}
        dead |= excluded
        named.append(mine)
    left = [issue for issue in issues if id(issue) not in taken and not dead & issue.terms.keys()]
    claimed = {key for issue in named for key in issue.terms}
    for issue in left:
        issue.terms = {key: why for key, why in issue.terms.items() if key not in claimed}
    return [*named, *(issue for issue in left if issue.terms)], dead - claimed


def _asked(asked: ProfileIssue) -> tuple[_Issue, set[Key]]:
    keys = {_key(phrase.split()): PERSON for phrase in asked.phrases if phrase.split()}
    return _Issue(asked.name, keys, named=True), {_key(phrase.split()) for phrase in asked.without if phrase.split()}


def _assign(issues: Sequence[_Issue], dead: AbstractSet[Key], runs: Sequence[Run], evidence: Evidence) -> None:
    """Puts each use of a term to its issue, longer terms first; then heads alone, where the article leaves no doubt."""
    of = {key: issue for issue in issues for key in issue.terms}
    shorts = {issue.short: issue for issue in issues if issue.short}
    used: defaultdict[tuple[str, str], Counter[Key]] = defaultdict(Counter)
    alone: list[tuple[Run, Found]] = []
    before: Run | None = None
    for run in runs:
        taken: set[int] = set()
        for found in (*across(run, before), *found_in(run)):
            places = set(range(found.start, found.stop))
            plural = len(places) == 1 and len(found.key) == 1 and found.form[-1].endswith("s")
            issue = of.get(found.key)
            if (issue is None and found.key not in dead) or (places & taken and not plural):
                continue
            if issue is None or issue.named or evidence.head(found.form[-1]) >= LEAST_LAST:
                taken |= places
                if issue:
                    _add(issue, run.at, found, issue.terms[found.key])
        _note_heads(run, shorts, used, alone)
        before = run
    for run, found in alone:
        issue = shorts[found.key[0]]
        here = used[run.at.article, found.key[0]]
        if here and all(key in issue.terms for key in here):
            _add(issue, run.at, found, HEAD_ALONE)


def _note_heads(
    run: Run,
    shorts: Mapping[str, _Issue],
    used: defaultdict[tuple[str, str], Counter[Key]],
    alone: list[tuple[Run, Found]],
) -> None:
    """Notes with which telling word before it an article uses a head, and where it stands alone."""
    head = head_key(run.words[-1].form)
    if head not in shorts:
        return
    telling = [word for word in run.words[:-1] if not is_plain_modifier(word.form)]
    if telling:
        used[run.at.article, head][key_of(run.words[-2:])] += 1
    elif run.before in phrase_words("determiner") or run.named or len(run.words) > 1:
        word = run.words[-1]
        size = len(run.words)
        alone.append((run, Found((head,), (word.form,), word.span, size - 1, size)))


def _narrowed(asked: ProfileIssue, profile: Profile) -> ProfileIssue:
    """The issue without what the profile says of longer phrases that hold one of its own."""
    others = [phrase for issue in profile.issues if issue != asked for phrase in issue.phrases]
    own = [f" {phrase.lower()} " for phrase in asked.phrases]
    longer = [p for p in (*others, *profile.leave_out) if any(o in f" {p.lower()} " != o for o in own)]
    return replace(asked, without=(*asked.without, *longer))


def _add_printed(issue: _Issue, readings: Sequence[ReadArticle], asked: ProfileIssue) -> None:
    """Adds what the profile's phrases name beyond the runs: names, and phrases of many words."""
    known: defaultdict[At, list[Span]] = defaultdict(list)
    for at, span in issue.mentions:
        known[at].append(span)
    texts = {read.article.id: read.article.text for read in readings}
    for at, span in printed(readings, asked):
        if not common(known[at], (span,)):
            issue.mentions.append((at, span))
            issue.uses[tuple(texts[at.article][span.start : span.end].lower().split()), PERSON] += 1


def _add(issue: _Issue, at: At, found: Found, why: str) -> None:
    issue.mentions.append((at, found.span))
    issue.uses[found.form, why] += 1


def _group(issue: _Issue, texts: Mapping[str, str]) -> IssueGroup:
    """The issue under the name that articles print most, with its forms, each with why it belongs to it."""
    forms = sorted(issue.uses.items(), key=lambda item: (-item[1], item[0]))
    mentions = tuple(sorted(set(issue.mentions)))
    surfaces = Counter(" ".join(texts[at.article][start:end].split()) for at, (start, end) in mentions)
    same = [words for words in surfaces if words.lower() == issue.name]
    name = max(same, key=lambda words: (surfaces[words], words)) if same and not issue.named else issue.name
    terms = tuple(IssueTerm(" ".join(form), uses, (_reason(form, issue, why),)) for (form, why), uses in forms)
    return IssueGroup(name, "person" if issue.named else "machine", terms, mentions)


def _reason(form: tuple[str, ...], issue: _Issue, why: str) -> Reason:
    """Why a printed form belongs to the issue; one that is spelled as another is says which."""
    name = issue.name.split()
    if why == SPELLED and not issue.named:
        if len(form) != len(name) or [*map(singular, form[:-1])] != [*map(singular, name[:-1])]:
            why = ORDER
        elif singular(form[-1]) != singular(name[-1]):
            why = SAME_KIND
    return Reason(why, 1.0, f"{' '.join(form)}: {issue.name}")
