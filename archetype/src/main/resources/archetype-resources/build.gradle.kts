// The same project for Gradle; Maven does not read this file, nor Gradle pom.xml.

plugins {
    java
}

group = "${groupId}"
version = "${version}"

val butcherblock = "@project.version@"

// Maven takes the native libraries of its own machine; Gradle has to be told. "-gpu" for NVIDIA's GPUs.
val system = System.getProperty("os.name").lowercase().let {
    when {
        it.startsWith("windows") -> "windows-x86_64"
        it.startsWith("mac") -> if (System.getProperty("os.arch") == "aarch64") "macosx-arm64" else "macosx-x86_64"
        else -> "linux-x86_64"
    }
}

repositories {
    mavenLocal()
    mavenCentral()
}

dependencies {
    annotationProcessor("io.butcherblock:dsl-processor:$butcherblock")
    implementation("io.butcherblock:cli:$butcherblock")
    runtimeOnly("io.butcherblock:natives-$system:$butcherblock")
    testImplementation("org.junit.jupiter:junit-jupiter:@junit.version@")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher:@junit.version@")
}

tasks.withType<JavaCompile> {
    options.release.set(17)
    options.encoding = "UTF-8"
}

tasks.test {
    useJUnitPlatform()
    jvmArgs("--enable-native-access=ALL-UNNAMED")
}

// gradle butcherblock --args="networks"
tasks.register<JavaExec>("butcherblock") {
    mainClass.set("io.butcherblock.cli.Main")
    // Else Java 24 and later warn of native code.
    jvmArgs("--enable-native-access=ALL-UNNAMED")
    classpath = sourceSets["main"].runtimeClasspath
    // How commands that are proposed are typed here.
    systemProperty("butcherblock.command", "gradle -q butcherblock --args=\"%s\"")
    standardInput = System.`in`
}
