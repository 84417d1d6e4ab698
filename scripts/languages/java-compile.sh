#!/usr/bin/env bash
# java-compile.sh SOURCES CLASSES JARS [FILE…]: compiles what was generated, peers included, with further files. Only jsii's runtime
# comes from Maven's registry, to JARS.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources=$(realpath "$1") classes=$(realpath -m "$2") jars=$(realpath -m "$3")
shift 3
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
mvn -Dstyle.color=never --batch-mode --quiet --file "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$jars"
find "$sources/src/main/java" -name '*.java' >"$work/sources"
javac -nowarn -proc:none -Xlint:none -cp "$jars/*" -d "$classes" @"$work/sources" "$@" 2> >(grep -v '^Note: ' >&2)
