# What the shells read when Tab is pressed, where each looks for it by itself. bash looks for the name
# of the program, zsh in the folders of $fpath, to which a distribution may have added its own.
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = completion/bash/tradescope
dist_zshcompletion_DATA = completion/_tradescope
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_fishcompletion_DATA = completion/tradescope.fish
