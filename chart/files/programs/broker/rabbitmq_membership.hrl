%% The name under which every version of the program locks changes and records brokers that left.
-define(RECORD, rabbitmq_scaling).

%% The user that RabbitMQ records for changes of this program.
-define(USER, <<"rabbitmq-scaling">>).

%% Seconds for which replicas and leaders move before the program checks again what has changed.
-define(ARRANGING, 20).
