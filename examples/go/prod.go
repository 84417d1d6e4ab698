package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rabbitmq/cdk8s-rabbitmq-go/cdk8srabbitmq"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("prod"), &cdk8s.ChartProps{Namespace: jsii.String("production")})
	cluster := cdk8srabbitmq.NewRabbitMQCluster(chart, jsii.String("RabbitMQ"), &cdk8srabbitmq.RabbitMQClusterProps{
		Name:                 jsii.String("rabbitmq-prod"),
		Replicas:             jsii.Number(5),
		Production:           jsii.Bool(true),
		AcknowledgedWarnings: jsii.Strings("cpu-few"),
		Resources:            &cdk8srabbitmq.RabbitMQResources{CpuRequest: jsii.String("2"), CpuLimit: jsii.String("2"), MemoryLimit: jsii.String("4Gi")},
		Storage:              &cdk8srabbitmq.RabbitMQStorage{Size: jsii.String("100Gi"), StorageClass: jsii.String("ssd-storage")},
		Tls: &cdk8srabbitmq.RabbitMQTls{
			Certificate: cdk8srabbitmq.RabbitMQCertificate_FromIssuer(&cdk8srabbitmq.RabbitMQIssuedCertificateOptions{Issuer: jsii.String("rabbitmq")}),
			Only:        jsii.Bool(true),
		},
		Scheduling: &cdk8srabbitmq.RabbitMQScheduling{
			NodeSpread: cdk8srabbitmq.RabbitMQSpread_REQUIRED,
			ZoneSpread: cdk8srabbitmq.RabbitMQSpread_REQUIRED,
		},
	})
	cluster.Connections().AllowClientsFrom(cdk8splus28.Namespaces_Select(chart, jsii.String("Clients"), &cdk8splus28.NamespacesSelectOptions{
		Labels: &map[string]*string{"rabbitmq-client": jsii.String("true")},
	}))
	cdk8srabbitmq.NewRabbitMQMonitoring(chart, jsii.String("Monitoring"), &cdk8srabbitmq.RabbitMQMonitoringProps{Cluster: cluster})
	app.Synth()
}
