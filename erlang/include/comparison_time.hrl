%% The CronJob applies a topology at the full minute. A comparison ends shortly before, so that drift is seen before it is
%% repaired; what changes between the two is repaired unseen.
-define(LAST_SECOND_OF_COMPARISON, 58).
-define(LONGEST_COMPARISON_S, 30).

%% From 1 to 60, so that a comparison that takes as long as the last one ends in time.
seconds_to_comparison(Second, Took) ->
    (?LAST_SECOND_OF_COMPARISON - min(Took, ?LONGEST_COMPARISON_S) - Second + 119) rem 60 + 1.
