"""The server before pytest-lsp, whose client holds every answer to the types of the protocol."""

import json
import os

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

SETTINGS = json.loads(os.environ["WHOSAID_TEST"])
URI = "file://" + SETTINGS["script"]
TEXT = """-- archive: %s
let truce = "ceasefire"
who said $truce since yesterday by Kerry
expect at least 0 rows
quotes where speeker = Kerry
""" % SETTINGS["archive"]


def make_client():
    """A client that, as editors do, takes it well when it is told to ask again."""
    client = make_test_lsp_client()
    for what in ("codeLens", "inlayHint"):
        client.feature(f"workspace/{what}/refresh")(lambda *_: None)
    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(
        client_factory=make_client, server_command=[SETTINGS["program"], "lsp", "--archive", SETTINGS["archive"]]),
    params=["visual_studio_code", "neovim", "emacs"])
async def client(request, lsp_client: LanguageClient):
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param), workspace_folders=[
                types.WorkspaceFolder(uri="file://" + os.path.dirname(SETTINGS["script"]), name="scripts")]))
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(
        types.TextDocumentItem(uri=URI, language_id="whosaid", version=1, text=TEXT)))
    yield
    await lsp_client.shutdown_session()


DOCUMENT = types.TextDocumentIdentifier(uri=URI)
ALL = types.Range(types.Position(0, 0), types.Position(9, 0))
NAME = {"text_document": DOCUMENT, "position": types.Position(2, 11)}


@pytest.mark.asyncio
async def test_diagnostics(client: LanguageClient):
    report = None
    if not client.diagnostics.get(URI):
        try:
            report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(DOCUMENT))
        except Exception:
            await client.wait_for_notification("textDocument/publishDiagnostics")
    items = report.items if report else client.diagnostics[URI]
    assert "E0204" in [item.code for item in items]


@pytest.mark.asyncio
async def test_words(client: LanguageClient):
    items = await client.text_document_completion_async(types.CompletionParams(DOCUMENT, types.Position(4, 15)))
    assert items.items[0].label == "speaker"
    assert (await client.completion_item_resolve_async(items.items[0])).documentation
    assert (await client.text_document_hover_async(types.HoverParams(**NAME))).range.start == types.Position(2, 10)
    assert await client.text_document_signature_help_async(
        types.SignatureHelpParams(DOCUMENT, types.Position(2, 33))) is not None
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(DOCUMENT, ALL))
    assert hints
    tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(DOCUMENT))
    assert len(tokens.data) % 5 == 0
    delta = await client.text_document_semantic_tokens_full_delta_async(
        types.SemanticTokensDeltaParams(DOCUMENT, tokens.result_id))
    assert not delta.edits


@pytest.mark.asyncio
async def test_structure(client: LanguageClient):
    assert await client.text_document_document_symbol_async(types.DocumentSymbolParams(DOCUMENT))
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(DOCUMENT))
    assert await client.text_document_selection_range_async(
        types.SelectionRangeParams(DOCUMENT, [types.Position(2, 11), types.Position(4, 3)]))
    assert await client.text_document_document_highlight_async(types.DocumentHighlightParams(**NAME))
    assert not await client.text_document_document_link_async(types.DocumentLinkParams(DOCUMENT))
    assert (await client.text_document_definition_async(types.DefinitionParams(**NAME))).range.start.line == 1
    references = await client.text_document_references_async(
        types.ReferenceParams(context=types.ReferenceContext(include_declaration=False), **NAME))
    assert len(references) == 1
    assert await client.text_document_prepare_rename_async(types.PrepareRenameParams(**NAME))
    assert await client.text_document_rename_async(types.RenameParams(new_name="peace", **NAME))


@pytest.mark.asyncio
async def test_changes(client: LanguageClient):
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    assert not await client.text_document_formatting_async(types.DocumentFormattingParams(DOCUMENT, options))
    assert not await client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(DOCUMENT, ALL, options))
    assert not await client.text_document_on_type_formatting_async(
        types.DocumentOnTypeFormattingParams(DOCUMENT, types.Position(3, 0), "\n", options))
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(DOCUMENT, ALL, types.CodeActionContext([])))
    assert [action.kind for action in actions] == ["quickfix", "source.fixAll.whosaid"]


@pytest.mark.asyncio
async def test_running(client: LanguageClient):
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(DOCUMENT))
    assert len(lenses) == 2
    assert (await client.code_lens_resolve_async(lenses[0])).command.command == "whosaid.run"
