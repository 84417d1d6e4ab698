from cdk8s import App, Chart
from cdk8s_plus_28 import Namespaces
from cdk8s_rabbitmq import (
    RabbitMQCluster,
    RabbitMQConfigurationOptions,
    RabbitMQMonitoring,
    RabbitMQResourcesOptions,
    RabbitMQStorageOptions,
    RabbitMQVersion,
)

app = App()
chart = Chart(app, "messaging", namespace="messaging")

cluster = RabbitMQCluster(
    chart,
    "RabbitMQ",
    name="orders",
    replicas=3,
    version=RabbitMQVersion.of("4.3.6"),
    resources=RabbitMQResourcesOptions(
        cpu_request="1", cpu_limit="2", memory_limit="4Gi"
    ),
    storage=RabbitMQStorageOptions(size="50Gi"),
    plugins=["rabbitmq_stream"],
    configuration=RabbitMQConfigurationOptions(raw={"channel_max": "128"}),
)

cluster.connections.allow_clients_from(
    Namespaces.select(chart, "Shop", names=["shop"])
)
RabbitMQMonitoring(chart, "Monitoring", cluster=cluster)

app.synth()
