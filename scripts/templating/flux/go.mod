module example.com/substitute

go 1.26.8

require github.com/fluxcd/pkg/envsubst v1.3.0
