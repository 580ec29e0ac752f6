"""The tagger: a small encoder, embeddings of shape, quotation and line start added to its input, one layer on top."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from dragoman.language.tagger import Logits, Network
from dragoman.language.wordpieces import QUOTES, SHAPES, STARTS, Column
from dragoman.reading.attribution.tags import TAGS


class TaggerNetwork(nn.Module):
    """Logits [batch, pieces, tags] from ids and features, each [batch, pieces]."""

    def __init__(self, folder: Path, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(folder), add_pooling_layer=False, attn_implementation="sdpa")
        size = self.encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        self.quote = nn.Embedding(QUOTES, size)
        self.start = nn.Embedding(STARTS, size)
        for table in (self.shape, self.quote, self.start):
            nn.init.normal_(table.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(size, len(TAGS))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)  # noqa: FBT003  # torch's own signature

    def forward(self, ids: Tensor, shape: Tensor, quote: Tensor, start: Tensor, mask: Tensor | None = None) -> Tensor:
        """``mask`` is 1 for pieces and 0 for padding; without it there is no padding."""
        words = self.encoder.embeddings.word_embeddings(ids)
        inputs = words + self.shape(shape) + self.quote(quote) + self.start(start)
        hidden = self.encoder(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
        logits: Tensor = self.head(self.dropout(hidden))
        return logits


def network_of(model: TaggerNetwork) -> Network:
    """The model as the reader calls it, one window at a time."""
    model.eval()

    def network(columns: dict[str, Column]) -> Logits:
        inputs = {name: torch.from_numpy(column) for name, column in columns.items()}
        with torch.inference_mode():
            scores: Logits = model(**inputs).float().numpy()
        return scores

    return network
