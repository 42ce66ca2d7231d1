package dk.grundskema.api.server.plans;

import dk.grundskema.api.imports.ImportRequest.Named;
import dk.grundskema.api.server.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/** Files that were sent, in a folder of their own for as long as they are read. */
final class SentFiles implements AutoCloseable {
    /** So many files at a time: a school's lists, and a calendar for each of a large staff. */
    private static final int MOST = 300;

    /** How the names of files with what FET found end. */
    private static final String FOUND = "_activities.xml";

    /** Begins the names of folders; no file's name does, for it is cut to letters and digits. */
    private static final String OTHERS = ".";

    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private int count;

    /** @param temporary the service's folder for what is soon deleted */
    SentFiles(Path temporary) {
        try {
            this.folder = Files.createTempDirectory(temporary, "grundskema-import");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of some files. */
    List<Named> all(@Nullable List<MultipartFile> files) {
        if (files == null || files.isEmpty()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "import.no-files");
        }
        if (files.size() > MOST) {
            throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "import.too-many-files", MOST);
        }
        var named = new ArrayList<Named>();
        files.forEach(file -> named.add(one(file)));
        return named.stream().filter(file -> !isReadBesideAnother(file)).toList();
    }

    /** A file, or nothing if none was sent. */
    @Nullable
    Named ifAny(@Nullable MultipartFile file) {
        return file == null ? null : one(file);
    }

    /** What FET found lies beside what it was given, and is read with it, never by itself. */
    private static boolean isReadBesideAnother(Named file) {
        return file.name().endsWith(FOUND)
                && Files.exists(file.path()
                        .resolveSibling(file.name().substring(0, file.name().length() - FOUND.length()) + ".fet"));
    }

    /** Files lie beside each other, as they did where they came from; but none takes another's place. */
    private Named one(MultipartFile file) {
        String name = name(file.getOriginalFilename());
        try (InputStream content = file.getInputStream()) {
            Path path = folder.resolve(name);
            if (Files.exists(path)) {
                path = Files.createDirectory(folder.resolve(OTHERS + count++)).resolve(name);
            }
            Files.copy(content, path);
            return new Named(name, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of what a file is called, of letters, digits and little else: it is a name, never a way to somewhere. */
    static String name(@Nullable String said) {
        String whole = said == null ? "" : said.replace('\\', '/');
        String last = whole.substring(whole.lastIndexOf('/') + 1)
                .replaceAll("[^\\p{L}\\p{N}. _()-]", "_")
                .replaceFirst("^[. ]+", "")
                .strip();
        String shorter = last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
        return shorter.isEmpty() ? "file" : shorter;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
