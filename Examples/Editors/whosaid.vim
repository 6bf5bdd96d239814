" Syntax of whosaid scripts (*.ask) for Vim and Neovim: put it into syntax/, or source it.
" The language server colours more exactly; this is for the moment before it has answered.
if exists("b:current_syntax")
  finish
endif
syntax case ignore
syntax keyword whosaidHead who what when where did how many quotes statements articles speakers outlets wordings changes of
syntax keyword whosaidClause about with without by to via in on since until before after between among per order top sample as any version ties seed asc desc
syntax keyword whosaidWord exactly quoted near and or not is has matches known unknown named unnamed
syntax keyword whosaidCommand let expect show why open explain describe include correct reject merge split undo corrections into from all rows row no some every first at least most
syntax keyword whosaidField kind cue text mentions said date place occasion medium voices paragraphs words confidence version corrected speaker role organisation outlet article title byline url published reports
syntax match whosaidNumber /\<\d\+\(\.\d\+\)\?\>/
syntax match whosaidDate /\<\d\{4}\(-\d\d\)\{1,2}\>/
syntax match whosaidName /\$\k\+/
syntax match whosaidReference /#\d\+\(\.\d\+\)\?\|\<q:\x\+/
syntax region whosaidString start=/"/ skip=/\\"/ end=/"/ oneline
syntax region whosaidString start=/“/ end=/”/ oneline
syntax match whosaidComment /\(^\|\s\)--.*$/
syntax match whosaidComment /\%^#!.*$/
highlight default link whosaidHead Statement
highlight default link whosaidClause Keyword
highlight default link whosaidWord Operator
highlight default link whosaidCommand PreProc
highlight default link whosaidField Identifier
highlight default link whosaidNumber Number
highlight default link whosaidDate Constant
highlight default link whosaidName Special
highlight default link whosaidReference Special
highlight default link whosaidString String
highlight default link whosaidComment Comment
let b:current_syntax = "whosaid"
