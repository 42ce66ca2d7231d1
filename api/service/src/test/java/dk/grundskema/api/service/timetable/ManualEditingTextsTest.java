package dk.grundskema.api.service.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts for manual edits contain exactly those that scripts use. */
final class ManualEditingTextsTest {
    private static final Path AREA = Path.of("src/main/resources/dk/grundskema/api/service/timetable/timetable");
    private static final String BEGINNING = "hand.say.";
    private static final Pattern SAID = Pattern.compile("say\\('([\\w-]+)'");

    /** For keys such as {@code level-good}, scripts contain only the prefix or the suffix. */
    private static final Pattern JOINED = Pattern.compile("(level|fixed)-\\w+|(undo|redo)(ne)?(-what)?|no-(undo|redo)");

    private static String scripts() throws IOException {
        var all = new ArrayList<String>();
        try (Stream<Path> files = Files.list(AREA)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                all.add(Files.readString(file));
            }
        }
        return String.join("\n", all);
    }

    private static List<String> texts() throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(AREA.resolve("messages_da.properties"))) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(BEGINNING))
                .map(key -> key.substring(BEGINNING.length()))
                .toList();
    }

    @Test
    void everyTextThatAScriptSaysIsThere() throws IOException {
        var said = new TreeSet<String>();
        SAID.matcher(scripts()).results().forEach(one -> said.add(one.group(1)));
        assertThat(said).hasSizeGreaterThan(40);
        assertThat(texts()).containsAll(said);
    }

    @Test
    void noTextIsThereThatNoScriptSays() throws IOException {
        String scripts = scripts();
        assertThat(texts()).allMatch(key -> JOINED.matcher(key).matches() || scripts.contains("'" + key + "'"));
    }
}
