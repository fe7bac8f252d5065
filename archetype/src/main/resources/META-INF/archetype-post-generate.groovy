// Maven compares properties with a pattern only where it asks for them, not with -B, and runs nothing
// of ours before the files are written.
import javax.lang.model.SourceVersion

def name = request.properties.getProperty('package')
if (!SourceVersion.isName(name, SourceVersion.RELEASE_17) || name == 'java' || name.startsWith('java.')) {
    throw new IllegalArgumentException(
        "'" + name + "' cannot be the name of a Java package; delete the folder "
            + new File(request.outputDirectory, request.artifactId)
            + ", and generate the project again with another, such as -Dpackage=org.example.mine.")
}
