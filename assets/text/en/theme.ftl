# The code book: themes of what respondents wrote.
theme-lang-any = any language
theme-lang-nl = Dutch
theme-lang-en = English
theme-rule-empty = A rule needs at least one letter or digit. Nothing was changed. Write a word, such as wait*.
theme-rule-star = In the rule “{ $rule }” a star stands within a word or alone. Nothing was changed. Put it at the beginning or end of a word: wait*, *time, *wait*.
theme-rule-short = The rule “{ $rule }” would find nearly every text. Nothing was changed. Give a part of a word at least { $part } letters, a beginning or end at least { $end }.
theme-rule-long = The rule “{ $rule }” is longer than { $most } characters. Nothing was changed. Write the few words that matter.
