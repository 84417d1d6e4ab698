from cdk8s import App, Chart
from cdk8s_rabbitmq import RabbitMQCluster

app = App()
chart = Chart(app, "messaging", namespace="messaging")
RabbitMQCluster(chart, "RabbitMQ", name="orders", replicas=3)
app.synth()
