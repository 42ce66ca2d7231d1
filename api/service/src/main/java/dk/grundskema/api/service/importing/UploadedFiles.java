package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.platform.http.RefusalException;
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

/** Uploaded files in a temporary folder, which is deleted on close. */
final class UploadedFiles implements AutoCloseable {
    /** Maximum number of files: a school's lists, and one calendar for each member of a large staff. */
    private static final int MAX_FILES = 300;

    /** Suffix of the files in which FET stores its results. */
    private static final String FET_RESULT_SUFFIX = "_activities.xml";

    /** Prefix of subfolders. File names never begin with it, because {@link #safeName} removes it. */
    private static final String DUPLICATE_FOLDER_PREFIX = ".";

    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private int count;

    /** @param temporary the service's folder for temporary files */
    UploadedFiles(Path temporary) {
        try {
            this.folder = Files.createTempDirectory(temporary, "grundskema-import");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves the files. */
    List<NamedFile> saveAll(@Nullable List<MultipartFile> files) {
        if (files == null || files.isEmpty()) {
            throw RefusalException.of(HttpStatus.BAD_REQUEST, "import.no-files");
        }
        if (files.size() > MAX_FILES) {
            throw RefusalException.of(HttpStatus.CONTENT_TOO_LARGE, "import.too-many-files", MAX_FILES);
        }
        var named = new ArrayList<NamedFile>();
        files.forEach(file -> named.add(save(file)));
        return named.stream().filter(file -> !isReadBesideAnother(file)).toList();
    }

    /** Saves a file; returns {@code null} if there is none. */
    @Nullable
    NamedFile saveIfPresent(@Nullable MultipartFile file) {
        return file == null ? null : save(file);
    }

    /** Saves a text as a file in a subfolder; returns {@code null} if there is none. */
    @Nullable
    NamedFile saveText(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Path path = Files.createDirectory(folder.resolve(DUPLICATE_FOLDER_PREFIX + count++))
                    .resolve(name);
            return new NamedFile(name, Files.writeString(path, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the file is a result of FET next to its input. It is read together with that, never by itself. */
    private static boolean isReadBesideAnother(NamedFile file) {
        return file.name().endsWith(FET_RESULT_SUFFIX)
                && Files.exists(file.path()
                        .resolveSibling(
                                file.name().substring(0, file.name().length() - FET_RESULT_SUFFIX.length()) + ".fet"));
    }

    /** Saves a file beside the others, as at its origin; in a subfolder if the name is taken. */
    private NamedFile save(MultipartFile file) {
        String name = safeName(file.getOriginalFilename());
        try (InputStream content = file.getInputStream()) {
            Path path = folder.resolve(name);
            if (Files.exists(path)) {
                path = Files.createDirectory(folder.resolve(DUPLICATE_FOLDER_PREFIX + count++))
                        .resolve(name);
            }
            Files.copy(content, path);
            return new NamedFile(name, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a safe file name: the last path segment, reduced to letters, digits and few other characters. */
    static String safeName(@Nullable String said) {
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
