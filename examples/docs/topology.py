from cdk8s import App, Chart, Duration
from cdk8s_rabbitmq import (
    RabbitMQCluster,
    RabbitMQExchangeType,
    RabbitMQPolicyTarget,
    RabbitMQQueueType,
    RabbitMQUser,
    RabbitMQVirtualHost,
)

app = App()
chart = Chart(app, "messaging", namespace="messaging")
cluster = RabbitMQCluster(chart, "RabbitMQ", name="mq")

orders = RabbitMQVirtualHost(
    chart,
    "Orders",
    cluster=cluster,
    name="orders",
    default_queue_type=RabbitMQQueueType.QUORUM,
    limits={"max_connections": 500},
)
events = orders.add_exchange("events", type=RabbitMQExchangeType.TOPIC)
dead = orders.add_exchange("dead", type=RabbitMQExchangeType.FANOUT)
billing = orders.add_queue(
    "billing", delivery_limit=10, dead_letter={"exchange": dead}
)
events.bind(billing, routing_key="order.*.paid")
dead.bind(orders.add_queue("dead-letters"))
orders.add_policy(
    "ttl",
    pattern="^dead",
    apply_to=RabbitMQPolicyTarget.QUEUES,
    definition={"message_ttl": Duration.days(7)},
)

checkout = RabbitMQUser(chart, "Checkout", cluster=cluster)
events.grant_publish(checkout)
billing.grant_consume(checkout)

app.synth()
