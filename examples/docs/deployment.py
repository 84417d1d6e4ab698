from cdk8s import App, Chart
from cdk8s_rabbitmq import RabbitMQDeployment, RabbitMQProfile

app = App()
chart = Chart(app, "messaging", namespace=RabbitMQProfile.PROD.namespace)

deployment = RabbitMQDeployment(
    chart,
    "RabbitMQ",
    profile=RabbitMQProfile.PROD,
    cluster={"name": "orders", "replicas": 3, "resources": {"memory_limit": "8Gi"}},
    ingress={"management": {"host": "rabbitmq.example.com"}},
)
deployment.cluster.add_plugins("rabbitmq_stream")

app.synth()
