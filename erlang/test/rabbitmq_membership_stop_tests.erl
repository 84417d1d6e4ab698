-module(rabbitmq_membership_stop_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_util, [await/2, within_seconds/1]).

request_test_() ->
    {foreach, fun folder/0, fun delete/1, [
        fun(Folder) -> {"answers with the result", fun() ->
            Self = self(),
            Pid = rabbitmq_membership_stop:start(Folder, fun(Leave, Quorum, Drain) ->
                Self ! {asked, Leave, Quorum, Drain},
                stopped
            end),
            write(Folder, "request", "3600 300 60\n"),
            ?assertEqual(<<"stopped">>, answer(Folder)),
            receive Asked -> ?assertEqual({asked, 3600, 300, 60}, Asked) end,
            ?assertNot(exists(Folder, "request")),
            ?assert(exists(Folder, "accepted")),
            exit(Pid, kill)
        end} end,
        fun(Folder) -> {"answers that it failed", fun() ->
            Pid = rabbitmq_membership_stop:start(Folder, fun(_, _, _) -> error(oops) end),
            write(Folder, "request", "3600 300 60\n"),
            ?assertEqual(<<"failed">>, answer(Folder)),
            exit(Pid, kill)
        end} end,
        fun(Folder) -> {"ignores a request from before it started", fun() ->
            write(Folder, "request", "3600 300 60\n"),
            write(Folder, "answer", "left"),
            Pid = rabbitmq_membership_stop:start(Folder, fun(_, _, _) -> stopped end),
            ?assertNot(exists(Folder, "request")),
            ?assertNot(exists(Folder, "answer")),
            exit(Pid, kill)
        end} end
    ]}.

parse_test_() ->
    [
        ?_assertEqual([1, 2, 3], rabbitmq_membership_stop:parse(<<"1 2 3\n">>)),
        ?_assertError(badarg, rabbitmq_membership_stop:parse(<<"1 x 3">>))
    ].

folder() ->
    Name = "stop-" ++ integer_to_list(erlang:unique_integer([positive])) ++ os:getpid(),
    Folder = filename:join("/tmp", Name),
    ok = file:make_dir(Folder),
    Folder.

delete(Folder) -> file:del_dir_r(Folder).

write(Folder, Name, Text) -> ok = file:write_file(path(Folder, Name), Text).

exists(Folder, Name) -> filelib:is_file(path(Folder, Name)).

answer(Folder) ->
    ?assert(await(within_seconds(5), fun() -> exists(Folder, "answer") end)),
    {ok, Answer} = file:read_file(path(Folder, "answer")),
    Answer.

path(Folder, Name) -> filename:join(Folder, "stop-" ++ Name).
