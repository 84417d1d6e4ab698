#!/usr/bin/env escript
%% Compiles the programs in erlang/ with warnings as errors, runs their tests, and looks for calls
%% of unknown functions. Arguments: the folder erlang/ and a folder for compiled files.
-mode(compile).

main([Folder, Out]) ->
    true = code:add_patha(Out),
    ok = file:set_cwd(Folder),
    Modules = [compile(File, Out, [warn_missing_spec]) || File <- filelib:wildcard("src/*.erl")],
    Escripts = [escript(File, Out) || File <- filelib:wildcard("escript/*.escript")],
    expressions(filelib:wildcard("eval/*.eval")),
    io:format("~b modules and ~b escripts compile on OTP ~s~n", [length(Modules), length(Escripts), erlang:system_info(otp_release)]),
    unknown_calls(Out),
    Tests = [compile(File, Out, [nowarn_unused_function]) || File <- filelib:wildcard("test/*.erl")],
    logger:set_primary_config(level, none),
    %% a test has 5 s, which a busy machine may not give it
    eunit:test(Tests, [{print_depth, 100}, {scale_timeouts, 12}]) =:= ok orelse fail("tests failed", []),
    io:format("Erlang programs: compiled, tested, calls checked~n").

compile(File, Out, Options) ->
    All = [report, warnings_as_errors, debug_info, {outdir, Out}, {i, "include"} | Options],
    case compile:file(File, All) of
        {ok, Module} -> Module;
        error -> fail("~s does not compile", [File])
    end.

%% An escript is a module without its first line and its name.
escript(File, Out) ->
    Name = re:replace(filename:basename(File, ".escript"), "-", "_", [global, {return, list}]),
    {ok, Text} = file:read_file(File),
    ["#!" ++ _, Rest] = string:split(binary_to_list(Text), "\n"),
    Lines = re:replace(Rest, "(?m)^-mode\\(compile\\)\\.$", "", [{return, list}]),
    Source = filename:join(Out, Name ++ ".erl"),
    ok = file:write_file(Source, ["-module(", Name, "). -export([main/1]).\n-file(\"", File, "\", 2).\n", Lines]),
    compile(Source, Out, []).

expressions(Files) ->
    [case erl_scan:string(text(File)) of
        {ok, Tokens, _} ->
            case erl_parse:parse_exprs(Tokens) of
                {ok, _} -> ok;
                {error, {Line, _, Problem}} ->
                    fail("~s:~p: ~s", [File, Line, erl_parse:format_error(Problem)])
            end;
        {error, {Line, _, Problem}, _} ->
            fail("~s:~p: ~s", [File, Line, erl_scan:format_error(Problem)])
    end || File <- Files].

text(File) ->
    {ok, Text} = file:read_file(File),
    unicode:characters_to_list(Text).

%% Modules that call RabbitMQ or its HTTP server, whose functions are unknown here. At boot, several have to.
calls_rabbitmq(rabbitmq_membership_broker) -> true;
calls_rabbitmq(exporter) -> true;
calls_rabbitmq(Module) -> lists:prefix("rabbitmq_boot", atom_to_list(Module)).

unknown_calls(Out) ->
    {ok, _} = xref:start(calls),
    ok = xref:set_default(calls, [{warnings, false}, {verbose, false}]),
    ok = xref:set_library_path(calls, code:get_path()),
    {ok, _} = xref:add_directory(calls, Out),
    {ok, Undefined} = xref:analyze(calls, undefined_function_calls),
    Wrong = [Call || {{Caller, _, _}, {Module, _, _}} = Call <- Undefined,
        code:which(Module) =/= non_existing orelse not calls_rabbitmq(Caller)],
    Wrong =:= [] orelse fail("calls of functions that do not exist: ~p", [Wrong]),
    {ok, Unused} = xref:analyze(calls, locals_not_used),
    Unused =:= [] orelse fail("functions that nothing calls: ~p", [Unused]).

fail(Format, Values) ->
    io:format(standard_error, Format ++ "~n", Values),
    halt(1).
