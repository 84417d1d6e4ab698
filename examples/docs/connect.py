from cdk8s import App, Chart
from cdk8s_plus_28 import Namespaces
from cdk8s_rabbitmq import RabbitMQCluster, RabbitMQPermissionOptions, RabbitMQUser

app = App()
chart = Chart(app, "messaging", namespace="messaging")
cluster = RabbitMQCluster(chart, "RabbitMQ", name="orders", replicas=3)

RabbitMQUser(
    chart,
    "Checkout",
    cluster=cluster,
    name="checkout",
    permissions=[
        RabbitMQPermissionOptions(
            vhost="/",
            configure=r"^checkout\.",
            write=r"^(checkout\.|amq\.default$)",
            read=r"^checkout\.",
        )
    ],
)
cluster.connections.allow_clients_from(
    Namespaces.select(chart, "Shop", names=["shop"])
)

app.synth()
