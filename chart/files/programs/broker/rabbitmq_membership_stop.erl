%% Answers the preStop hook of the pod. The hook could call the CLI instead, but each CLI call
%% starts an Erlang VM, which takes seconds.
%%
%% The hook writes the file "stop-request" with 3 numbers: the seconds to leave the cluster, to wait
%% for a quorum, and to drain. The program renames it to "stop-accepted" and writes the result to
%% "stop-answer".
-module(rabbitmq_membership_stop).
-export([start/0, start/2, parse/1]).

-define(FOLDER, "/var/lib/rabbitmq").

%% Milliseconds between two checks for a request.
-define(INTERVAL, 200).

-spec start() -> pid().
start() -> start(?FOLDER, fun rabbitmq_membership_leave:stop/3).

-spec start(file:filename(), fun((integer(), integer(), integer()) -> left | stopped)) -> pid().
start(Folder, Stop) ->
    %% The folder outlives a restart of the container, and so does an old request.
    [file:delete(path(Folder, Name)) || Name <- ["request", "accepted", "answer"]],
    spawn(fun() -> watch(Folder, Stop) end).

watch(Folder, Stop) ->
    timer:sleep(?INTERVAL),
    Request = path(Folder, "request"),
    Accepted = path(Folder, "accepted"),
    %% a raw read does not go through the file server, so an idle check costs microseconds
    case file:read_file_info(Request, [raw]) of
        {ok, _} ->
            case file:rename(Request, Accepted) of
                ok -> answer(Folder, Stop, file:read_file(Accepted));
                {error, _} -> ok
            end;
        {error, _} -> ok
    end,
    watch(Folder, Stop).

answer(Folder, Stop, {ok, Request}) ->
    Answer = try
        [LeaveSeconds, QuorumSeconds, DrainSeconds] = parse(Request),
        Stop(LeaveSeconds, QuorumSeconds, DrainSeconds)
    catch
        Class:Reason:Stack ->
            logger:warning("Scaling: ~0tp ~0tp ~0tP", [Class, Reason, Stack, 20]),
            failed
    end,
    Part = path(Folder, "answer.part"),
    ok = file:write_file(Part, atom_to_list(Answer)),
    ok = file:rename(Part, path(Folder, "answer")).

-spec parse(binary()) -> [integer()].
parse(Request) -> [binary_to_integer(Word) || Word <- string:lexemes(Request, " \n")].

path(Folder, Name) -> filename:join(Folder, "stop-" ++ Name).
