-- Run by Neovim without a screen: talks to the server as a user would, and writes down what came of it.
local settings = vim.json and vim.json.decode(os.getenv("WHOSAID_TEST")) or vim.fn.json_decode(os.getenv("WHOSAID_TEST"))
package.path = settings.editors .. "/?.lua;" .. package.path
local result = {}

local function check()
  vim.cmd("edit " .. vim.fn.fnameescape(settings.script))
  local buffer = vim.api.nvim_get_current_buf()
  vim.cmd("source " .. settings.editors .. "/whosaid.vim")
  result.syntax = vim.b.current_syntax
  local whosaid = require("whosaid")
  local id = whosaid.start(buffer, { program = settings.program, arguments = { "--archive", settings.archive, "--today", "2016-09-01" } })
  local client = function() return vim.lsp.get_client_by_id(id) end
  assert(vim.wait(20000, function() return client() and client().initialized end), "the server does not answer")
  assert(vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end), "no diagnostics")
  result.diagnostics = vim.tbl_map(function(d) return { d.lnum, d.col, d.end_col, d.message } end, vim.diagnostic.get(buffer))

  local function ask(method, parameters)
    local answers = vim.lsp.buf_request_sync(buffer, method, parameters, 20000) or {}
    local answer = answers[id] or {}
    if answer.err or answer.error then error(method .. ": " .. vim.inspect(answer)) end
    return answer.result
  end
  local function place(line, character)
    return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = character } }
  end

  -- An edit whose columns are not its bytes.
  vim.api.nvim_buf_set_lines(buffer, 1, 2, false, { 'who said "😀é" by Ker' })
  local items
  vim.wait(20000, function()
    items = ask("textDocument/completion", place(1, 21)).items
    return #items > 0
  end, 50)
  result.completion = vim.tbl_map(function(item) return item.textEdit.newText end, items)
  local item = items[1]
  vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, "utf-16")
  result.completed = vim.api.nvim_buf_get_lines(buffer, 1, 2, false)[1]
  result.hover = ask("textDocument/hover", place(1, 20)).contents.value

  -- Random edits; the server must format what the buffer holds.
  math.randomseed(7)
  local scraps = { "quotes  top 5", "", "é", "who  said aid", "  ", "😀" }
  for _ = 1, 200 do
    local row = math.random(0, vim.api.nvim_buf_line_count(buffer) - 1)
    local line = vim.api.nvim_buf_get_lines(buffer, row, row + 1, false)[1]
    local starts = { 0 }
    for at in line:gmatch("()[%z\1-\127\194-\244][\128-\191]*") do table.insert(starts, at - 1) end
    local column = starts[math.random(#starts)]
    local lines = { scraps[math.random(#scraps)] }
    if math.random(4) == 1 then table.insert(lines, scraps[math.random(#scraps)]) end
    if math.random(6) == 1 then
      vim.api.nvim_buf_set_lines(buffer, row, row + 1, false, {})
    else
      vim.api.nvim_buf_set_text(buffer, row, column, row, column, lines)
    end
  end
  result.before = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n"
  local edits = ask("textDocument/formatting", { textDocument = place(0, 0).textDocument, options = { tabSize = 2, insertSpaces = true } })
  vim.lsp.util.apply_text_edits(edits, buffer, "utf-16")
  result.formatted = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n"

  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { "quotes top 1", "expect 1 row", "" })
  local answer
  vim.wait(20000, function()
    answer = ask("workspace/executeCommand", { command = "whosaid.run", arguments = { { uri = vim.uri_from_bufnr(buffer), position = { line = 0, character = 0 }, show = false } } })
    return answer ~= nil
  end)
  result.answer = answer.text
  client().stop()
  assert(vim.wait(10000, function() return client() == nil or client().is_stopped() end), "the server does not leave")
end

local ok, problem = pcall(check)
if not ok then result.problem = tostring(problem) end
local file = io.open(settings.result, "w")
file:write(vim.fn.json_encode(result))
file:close()
vim.cmd("qa!")
