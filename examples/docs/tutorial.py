from cdk8s import App, Chart
from cdk8s_rabbitmq import (
    RabbitMQCluster,
    RabbitMQResourcesOptions,
    RabbitMQStorageOptions,
)

app = App()
chart = Chart(app, "messaging", namespace="messaging")

RabbitMQCluster(
    chart,
    "RabbitMQ",
    name="orders",
    replicas=1,
    resources=RabbitMQResourcesOptions(
        cpu_request="100m", cpu_limit="1", memory_limit="1Gi"
    ),
    storage=RabbitMQStorageOptions(size="2Gi"),
)

app.synth()
