package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rabbitmq/cdk8s-rabbitmq-go/cdk8srabbitmq"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	profile := cdk8srabbitmq.RabbitMQProfile_PROD()
	chart := cdk8s.NewChart(app, jsii.String("messaging"), &cdk8s.ChartProps{Namespace: profile.Namespace()})

	deployment := cdk8srabbitmq.NewRabbitMQDeployment(chart, jsii.String("RabbitMQ"), &cdk8srabbitmq.RabbitMQDeploymentProps{
		Profile: profile,
		Cluster: &cdk8srabbitmq.RabbitMQClusterProps{
			Name:      jsii.String("orders"),
			Replicas:  jsii.Number(3),
			Resources: &cdk8srabbitmq.RabbitMQResourcesOptions{MemoryLimit: jsii.String("8Gi")},
		},
		Ingress: &cdk8srabbitmq.RabbitMQDeploymentIngressOptions{
			Management: &cdk8srabbitmq.RabbitMQManagementIngressOptions{Host: jsii.String("rabbitmq.example.com")},
		},
	})
	deployment.Cluster().AddPlugins(jsii.String("rabbitmq_stream"))

	app.Synth()
}
