package dk.grundskema.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds an example of a plugin like a separate project: from its files alone, against this test's class path. */
final class SamplePluginBuild {
    /** The study café, the example of the reference. */
    static final Path STUDY_CAFE = project("sample-plugin");

    /** The plugin that the tutorial grows. */
    static final Path READING_HOUR = project("reading-hour");

    private SamplePluginBuild() {}

    private static Path project(String name) {
        return Path.of("..", "examples", name).toAbsolutePath().normalize();
    }

    /** What an outside author has: the product's jars, and those that it needs. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The files of a part of the project, sorted, as paths in it; without build output. */
    static List<Path> files(Path project, String part) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(project.resolve(part), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
                return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                files.add(project.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }

    /** Compiles a part's Java files into a folder and copies its other files there. */
    static void build(Path project, String part, String classPath, Path into) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--release", "21", "-proc:none", "-encoding", "UTF-8", "-cp", classPath, "-d", into.toString()));
        for (Path file : files(project, "src/" + part + "/java")) {
            arguments.add(project.resolve(file).toString());
        }
        var javac = ToolProvider.getSystemJavaCompiler();
        assertThat(javac.run(null, null, null, arguments.toArray(String[]::new)))
                .as("javac")
                .isZero();
        Path resources = Path.of("src", part, "resources");
        if (Files.isDirectory(project.resolve(resources))) {
            for (Path file : files(project, resources.toString())) {
                Path copy = into.resolve(resources.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(project.resolve(file), copy);
            }
        }
    }

    /** Puts everything in a folder into a jar. */
    static void jar(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
