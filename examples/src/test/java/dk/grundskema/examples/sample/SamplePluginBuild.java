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

/** Builds the sample plugin like a separate project: from its files alone, against this test's class path. */
final class SamplePluginBuild {
    static final Path PROJECT =
            Path.of("..", "examples", "sample-plugin").toAbsolutePath().normalize();

    private SamplePluginBuild() {}

    /** What an outside author has: the product's jars, and those that it needs. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The files of a part of the project, sorted, as paths in it; without build output. */
    static List<Path> files(String part) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(PROJECT.resolve(part), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
                return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                files.add(PROJECT.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }

    /** Compiles a part's Java files into a folder and copies its other files there. */
    static void build(String part, String classPath, Path into) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--release", "21", "-proc:none", "-encoding", "UTF-8", "-cp", classPath, "-d", into.toString()));
        for (Path file : files("src/" + part + "/java")) {
            arguments.add(PROJECT.resolve(file).toString());
        }
        var javac = ToolProvider.getSystemJavaCompiler();
        assertThat(javac.run(null, null, null, arguments.toArray(String[]::new)))
                .as("javac")
                .isZero();
        Path resources = Path.of("src", part, "resources");
        if (Files.isDirectory(PROJECT.resolve(resources))) {
            for (Path file : files(resources.toString())) {
                Path copy = into.resolve(resources.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(PROJECT.resolve(file), copy);
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
