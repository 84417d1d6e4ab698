"""The prod profile of ../prod.ts, in Python: five brokers that outlast the loss of any two, or of a zone of three."""

from cdk8s import App, Chart
from cdk8s_plus_28 import Namespaces
from constructs import Construct

from cdk8s_rabbitmq import RabbitMQCertificate, RabbitMQCluster, RabbitMQMonitoring, RabbitMQSpread


class ProdChart(Chart):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id, namespace="production")

        cluster = RabbitMQCluster(
            self,
            "RabbitMQ",
            name="rabbitmq-prod",
            replicas=5,
            production=True,
            # 2 cores a broker, where 4 are recommended: enough until the alerts on CPU say otherwise
            acknowledged_warnings=["cpu-few"],
            resources={"cpu_request": "2", "cpu_limit": "2", "memory_limit": "4Gi"},
            storage={"size": "100Gi", "storage_class": "ssd-storage"},
            # by an Issuer of cert-manager in this namespace
            tls={"certificate": RabbitMQCertificate.from_issuer(issuer="rabbitmq"), "only": True},
            scheduling={"node_spread": RabbitMQSpread.REQUIRED, "zone_spread": RabbitMQSpread.REQUIRED},
        )
        cluster.connections.allow_clients_from(
            Namespaces.select(self, "Clients", labels={"rabbitmq-client": "true"})
        )
        RabbitMQMonitoring(self, "Monitoring", cluster=cluster)


app = App()
ProdChart(app, "prod")
app.synth()
