"""One article read: a pure function of its text and the models."""

from dataclasses import dataclass

from dragoman.language.acts import ActCoder, coder_weights, load_coder
from dragoman.language.encoder import Encoder, encoder_weights, load_encoder
from dragoman.language.parser import Parser, load_parser, parser_weights
from dragoman.language.tagger import load_tagger, tagger_weights
from dragoman.language.weights import Weights
from dragoman.model.article import Article
from dragoman.model.reading import AttributionReader, Reading
from dragoman.model.spans import Span
from dragoman.reading.acts import with_acts
from dragoman.reading.attribution import MODEL_NAME, RULES, Attributor, TaggedAttributor
from dragoman.reading.cast import find_cast
from dragoman.reading.charged import of_the_accused
from dragoman.reading.commitments import find_commitments, with_content_vectors
from dragoman.reading.dated import date_statements
from dragoman.reading.denied_charges import with_denied_charges
from dragoman.reading.figures import find_figures
from dragoman.reading.instruments import find_instruments
from dragoman.reading.meetings import find_meetings
from dragoman.reading.names_of_things import find_names
from dragoman.reading.owned_charges import with_owned_charges
from dragoman.reading.powers import with_powers
from dragoman.reading.printed import as_printed
from dragoman.reading.speakers import resolve_speakers
from dragoman.reading.timexes import find_timexes
from dragoman.reading.tongue import tongue
from dragoman.reading.vectors import lead_vector, names_and_numbers, with_vectors
from dragoman.reading.wrongs import with_wrongs

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Reader:
    """The models that a reading needs, and the version of the rules: together they name a reading in the cache."""

    parser: Parser
    encoder: Encoder
    attributor: Attributor = RULES
    coder: ActCoder | None = None

    @property
    def version(self) -> str:
        """Which rules and which attribution reader made the readings."""
        return f"{VERSION}, {self.attributor.name}"

    def read(self, article: Article) -> Reading:
        """Everything that is found in the article, and in nothing but it."""
        language, unread = tongue(article)
        if unread:
            return Reading(reader=self.version, language=language, unread=unread)
        doc = self.parser.parse(article.text, article.furniture)
        sentences = tuple(Span(s.start_char, s.end_char) for s in doc.sents)
        cast = find_cast(doc, article)
        statements, cast = resolve_speakers(doc, self.attributor.find(doc, article), cast)
        cast = with_powers(doc, cast)
        statements = of_the_accused(article.text, statements, cast.mentions)
        statements = with_denied_charges(doc, cast, with_owned_charges(doc, cast, statements))
        timexes = find_timexes(doc)
        statements = as_printed(article.text, date_statements(doc, statements, timexes))
        meetings = find_meetings(doc, cast, timexes, statements, article.furniture)
        commitments = find_commitments(doc, cast, timexes, statements, meetings, article.furniture)
        statements, charged = with_wrongs(doc, cast, statements)
        if self.coder is not None:
            statements = with_acts(doc, cast, statements, self.encoder, self.coder)
        return Reading(
            reader=self.version,
            language=language,
            sentences=sentences,
            entities=charged.entities,
            mentions=charged.mentions,
            timexes=timexes,
            statements=with_vectors(article.text, statements, sentences, self.encoder),
            meetings=meetings,
            figures=find_figures(doc, statements, timexes, article.furniture, cast),
            commitments=with_content_vectors(article.text, commitments, self.encoder),
            instruments=find_instruments(doc, cast, timexes, article.furniture),
            lead=lead_vector(article, self.encoder),
            terms=names_and_numbers(article),
            names=find_names(doc, cast, article.furniture),
        )


def load_reader(attribution: AttributionReader = "model") -> Reader:
    """A reader with the installed models; one that reads attributions by rules codes no acts, since it uses no weights
    that were trained for this project.

    Raises:
        ModelMissing: a model is not installed.
    """
    if attribution == "rules":
        return Reader(load_parser(), load_encoder())
    return Reader(load_parser(), load_encoder(), TaggedAttributor(load_tagger()), load_coder())


def version(attribution: AttributionReader) -> str:
    """The ``version`` of the reader that ``load_reader`` would load; loads nothing."""
    return f"{VERSION}, {MODEL_NAME if attribution == 'model' else RULES.name}"


def models(attribution: AttributionReader) -> tuple[Weights, ...]:
    """The models that ``load_reader`` would load, which name a reading in the cache; loads nothing."""
    trained = (tagger_weights(), coder_weights()) if attribution == "model" else ()
    return parser_weights(), encoder_weights(), *trained
