import java.nio.file.Path
import javax.lang.model.SourceVersion

// Maven does not ask whether a package can be one of Java; javac would say so, but not what to do.
String name = request.properties.getProperty("package")
if (!SourceVersion.isName(name)) {
    Path project = Path.of(request.outputDirectory, request.artifactId)
    throw new IllegalArgumentException(
            "\"" + name + "\" cannot be a package of Java: its parts are letters, digits and _, begin with no digit,"
            + " and are no words of the language. Remove the folder " + project
            + " and give another by -Dpackage=...; without it, the package is the groupId.")
}
