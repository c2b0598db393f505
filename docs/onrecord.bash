# bash completion for onrecord: the options are read from each command's own --help.
_onrecord() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
	if [ "$COMP_CWORD" = 1 ]; then
		COMPREPLY=($(compgen -W "$(onrecord help 2>/dev/null | sed -n 's/^  \([a-z]*\)  .*/\1/p') help --help --version" -- "$word"))
	elif [ "$before" = --lexicon ]; then
		COMPREPLY=($(compgen -d -- "$word"))
	elif [[ $word == -* ]]; then
		COMPREPLY=($(compgen -W "$(onrecord "$command" --help 2>/dev/null | grep -oE '(^| )--[a-z][a-z-]*' | sort -u)" -- "$word"))
	else
		COMPREPLY=($(compgen -f -- "$word"))
	fi
}
complete -o filenames -F _onrecord onrecord
