// The prod profile of ../prod.ts, in Go: five brokers that outlast the loss of any two, or of a zone of three.
package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rabbitmq/cdk8s-rabbitmq-go/cdk8srabbitmq"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	profile := cdk8srabbitmq.RabbitMQProfile_PROD()
	chart := cdk8s.NewChart(app, jsii.String("prod"), &cdk8s.ChartProps{Namespace: profile.Namespace()})

	cdk8srabbitmq.NewRabbitMQDeployment(chart, jsii.String("RabbitMQ"), &cdk8srabbitmq.RabbitMQDeploymentProps{
		Profile: profile,
		Ingress: &cdk8srabbitmq.RabbitMQDeploymentIngressOptions{
			Management: &cdk8srabbitmq.RabbitMQManagementIngressOptions{Host: jsii.String("rabbitmq.example.com")},
		},
	})

	app.Synth()
}
