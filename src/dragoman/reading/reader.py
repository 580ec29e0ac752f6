"""One article read: a pure function of its text and the models."""

from dataclasses import dataclass

from dragoman.language.encoder import Encoder, encoder_weights, load_encoder
from dragoman.language.parser import Parser, load_parser, parser_weights
from dragoman.language.weights import Weights
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.model.spans import Span
from dragoman.reading.attribution import RULES, Attributor
from dragoman.reading.cast import find_cast
from dragoman.reading.dated import date_statements
from dragoman.reading.figures import find_figures
from dragoman.reading.meetings import find_meetings
from dragoman.reading.printed import as_printed
from dragoman.reading.speakers import resolve_speakers
from dragoman.reading.timexes import find_timexes
from dragoman.reading.tongue import tongue
from dragoman.reading.vectors import lead_vector, names_and_numbers, with_vectors

VERSION = f"1, {RULES.name}"


@dataclass(frozen=True, slots=True)
class Reader:
    """The models that a reading needs, and the version of the rules: together they name a reading in the cache."""

    parser: Parser
    encoder: Encoder
    attributor: Attributor = RULES

    def read(self, article: Article) -> Reading:
        """Everything that is found in the article, and in nothing but it."""
        language, unread = tongue(article)
        if unread:
            return Reading(reader=VERSION, language=language, unread=unread)
        doc = self.parser.parse(article.text)
        sentences = tuple(Span(s.start_char, s.end_char) for s in doc.sents)
        cast = find_cast(doc, article)
        statements, cast = resolve_speakers(doc, self.attributor.find(doc, article), cast)
        timexes = find_timexes(doc)
        statements = as_printed(article.text, date_statements(doc, statements, timexes))
        return Reading(
            reader=VERSION,
            language=language,
            sentences=sentences,
            entities=cast.entities,
            mentions=cast.mentions,
            timexes=timexes,
            statements=with_vectors(article.text, statements, sentences, self.encoder),
            meetings=find_meetings(doc, cast, timexes, statements, article.furniture),
            figures=find_figures(doc, statements, timexes, article.furniture),
            lead=lead_vector(article, self.encoder),
            terms=names_and_numbers(article),
        )


def load_reader() -> Reader:
    """A reader with the installed models."""
    return Reader(load_parser(), load_encoder())


def models() -> tuple[Weights, ...]:
    """The models that ``load_reader`` would load, which name a reading in the cache; loads nothing."""
    return parser_weights(), encoder_weights()
