"""The answers for people: text, Markdown, Word, HTML, workbook."""
