#!/usr/bin/env bash
# java.sh SOURCES OUTDIR: compiles what was generated, peers included, with the example, and runs it. Only jsii's runtime
# comes from Maven's registry.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources=$1 outdir=$2
cat >"$work/pom.xml" <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>prod</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>software.amazon.jsii</groupId>
      <artifactId>jsii-runtime</artifactId>
      <version>$(node -p "require('jsii-pacmak/package.json').version")</version>
    </dependency>
    <dependency>
      <groupId>org.jetbrains</groupId>
      <artifactId>annotations</artifactId>
      <version>16.0.3</version>
    </dependency>
    <dependency>
      <groupId>javax.annotation</groupId>
      <artifactId>javax.annotation-api</artifactId>
      <version>1.3.2</version>
    </dependency>
  </dependencies>
</project>
END
mvn -Dstyle.color=never --batch-mode --quiet --file "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/jars"
find "$sources/src/main/java" -name '*.java' >"$work/sources"
javac -nowarn -proc:none -Xlint:none -cp "$work/jars/*" -d "$work/classes" @"$work/sources" examples/java/Prod.java 2> >(grep -v '^Note: ' >&2)
CDK8S_OUTDIR=$outdir java -cp "$work/classes:$sources/src/main/resources:$work/jars/*" Prod 2>"$work/said" || { cat "$work/said"; exit 1; }
