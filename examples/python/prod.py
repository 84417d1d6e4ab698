"""The prod profile of ../prod.ts, in Python: five brokers that outlast the loss of any two, or of a zone of three."""

from cdk8s import App, Chart
from cdk8s_rabbitmq import RabbitMQDeployment, RabbitMQProfile
from constructs import Construct


class ProdChart(Chart):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id, namespace=RabbitMQProfile.PROD.namespace)

        RabbitMQDeployment(
            self,
            "RabbitMQ",
            profile=RabbitMQProfile.PROD,
            ingress={"management": {"host": "rabbitmq.example.com"}},
        )


app = App()
ProdChart(app, "prod")
app.synth()
