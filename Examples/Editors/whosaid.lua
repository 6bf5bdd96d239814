-- whosaid scripts (*.ask) in Neovim 0.7 and later: put this file and whosaid.vim where init.lua finds them, then
--     require("whosaid").setup()
-- Answers are shown in a window of their own: `:WhosaidRun` on a question, or a code lens.
local whosaid = {}

-- Shows the answer to a question in a scratch buffer below.
local function show(text, format)
  local lines = vim.split(text, "\n")
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].bufhidden = "wipe"
  if format == "json" or format == "markdown" or format == "html" then vim.bo[buffer].filetype = format end
  vim.cmd("botright split")
  vim.api.nvim_win_set_buf(0, buffer)
  return buffer
end

-- Runs the statement at a place and shows what comes of it.
function whosaid.run(argument, buffer)
  vim.lsp.buf_request(buffer, "workspace/executeCommand", {
    command = "whosaid.run", arguments = { vim.tbl_extend("force", argument, { show = false }) },
  }, function(problem, answer)
    if problem then return vim.notify(problem.message, vim.log.levels.WARN) end
    show(answer.text, answer.format)
  end)
end

-- Starts the server for a buffer, or lets the one that runs take care of it.
function whosaid.start(buffer, options)
  options = options or {}
  local cmd = vim.list_extend({ options.program or "whosaid", "lsp" }, options.arguments or {})
  whosaid.client = whosaid.client or vim.lsp.start_client({
    name = "whosaid", cmd = cmd, cmd_env = options.environment,
    on_exit = function() whosaid.client = nil end,
    commands = {
      ["whosaid.run"] = function(command, context) whosaid.run(command.arguments[1], context.bufnr) end,
    },
  })
  vim.lsp.buf_attach_client(buffer, whosaid.client)
  vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  vim.bo[buffer].commentstring = "-- %s"
  vim.api.nvim_buf_create_user_command(buffer, "WhosaidRun", function()
    local place = vim.lsp.util.make_position_params(0, "utf-16")
    whosaid.run({ uri = place.textDocument.uri, position = place.position }, buffer)
  end, {})
  return whosaid.client
end

function whosaid.setup(options)
  vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, { pattern = "*.ask", command = "setfiletype whosaid" })
  vim.api.nvim_create_autocmd("FileType", {
    pattern = "whosaid", callback = function(event) whosaid.start(event.buf, options) end,
  })
end

return whosaid
