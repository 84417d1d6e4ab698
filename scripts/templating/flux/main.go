// Substitutes as Flux does: one object at a time, unless its annotation disables it. Variables are empty.
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/fluxcd/pkg/envsubst"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	objects := strings.Split(string(text), "\n---\n")
	for i, object := range objects {
		if strings.Contains(object, "kustomize.toolkit.fluxcd.io/substitute: disabled") {
			continue
		}
		objects[i], err = envsubst.Eval(object, func(string) (string, bool) { return "", true })
		if err != nil {
			log.Fatal(err)
		}
	}
	fmt.Print(strings.Join(objects, "\n---\n"))
}
