;;; whosaid-mode.el --- Scripts of whosaid, with its language server -*- lexical-binding: t -*-

;; Put this file where Emacs finds it, and into the init file:
;;     (require 'whosaid-mode)
;; A script (*.ask) opens in `whosaid-mode'; M-x eglot starts the server, C-c C-c runs the question at point.

;;; Code:

(require 'eglot)

(defgroup whosaid nil "Scripts of whosaid." :group 'languages)

(defcustom whosaid-program "whosaid" "The program." :type 'string :group 'whosaid)

(defvar whosaid-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?- ". 12" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?$ "'" table)
    table)
  "Strings in quotation marks, and comments after two dashes.")

(defvar whosaid-font-lock-keywords
  `((,(regexp-opt '("who" "what" "when" "where" "did" "how" "many" "quotes" "statements" "articles" "speakers" "outlets"
                    "wordings" "changes" "of" "about" "with" "without" "by" "to" "via" "in" "on" "since" "until" "before"
                    "after" "between" "among" "per" "order" "top" "sample" "as" "any" "exactly" "quoted" "near" "and" "or"
                    "not" "is" "has" "matches" "known" "unknown" "named" "unnamed")
                  'words)
     . font-lock-keyword-face)
    (,(regexp-opt '("let" "expect" "show" "why" "open" "explain" "describe" "include" "correct" "reject" "merge" "split"
                    "undo" "corrections")
                  'words)
     . font-lock-builtin-face)
    (,(regexp-opt '("kind" "cue" "text" "mentions" "said" "date" "place" "occasion" "medium" "voices" "paragraphs" "words"
                    "confidence" "version" "corrected" "speaker" "role" "organisation" "outlet" "article" "title"
                    "byline" "url" "published" "reports")
                  'words)
     . font-lock-variable-name-face)
    ("\\$\\w+" . font-lock-constant-face)
    ("#[0-9]+\\(\\.[0-9]+\\)?" . font-lock-constant-face))
  "What stands out before the server has answered.")

;;;###autoload
(define-derived-mode whosaid-mode prog-mode "whosaid"
  "A mode for scripts of whosaid."
  (setq-local comment-start "-- ")
  (setq-local comment-end "")
  (setq-local font-lock-defaults '(whosaid-font-lock-keywords nil t)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.ask\\'" . whosaid-mode))

(add-to-list 'eglot-server-programs `(whosaid-mode . ,(lambda (&rest _) (list whosaid-program "lsp"))))

(defun whosaid-run ()
  "Run the statement at point and show what comes of it."
  (interactive)
  (let* ((place (eglot--TextDocumentPositionParams))
         (answer (jsonrpc-request
                  (eglot--current-server-or-lose) :workspace/executeCommand
                  (list :command "whosaid.run"
                        :arguments (vector (list :uri (plist-get (plist-get place :textDocument) :uri)
                                                 :position (plist-get place :position) :show :json-false))))))
    (with-current-buffer (get-buffer-create "*whosaid*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert (plist-get answer :text)))
      (goto-char (point-min))
      (special-mode)
      (display-buffer (current-buffer)))))

(define-key whosaid-mode-map (kbd "C-c C-c") #'whosaid-run)

(provide 'whosaid-mode)
;;; whosaid-mode.el ends here
