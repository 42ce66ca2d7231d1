package dk.grundskema.api.imports.systems;

import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.asc.AscReader;
import dk.grundskema.api.imports.systems.fet.FetReader;
import dk.grundskema.api.imports.systems.file.XmlTreeParser;
import dk.grundskema.api.imports.systems.untis.UntisReader;
import dk.grundskema.api.imports.systems.untis.UntisXmlReader;
import dk.grundskema.api.imports.systems.untis.WebUntisReader;
import dk.grundskema.domain.time.DateSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileSystemFilesTest {
    private static final ReadingHints HINTS = new ReadingHints(
            new DateSpan(LocalDate.of(2026, 8, 10), LocalDate.of(2027, 6, 25)), Collections.emptySortedMap(), Map.of());

    @TempDir
    private Path folder;

    private static final List<SourceReader> READERS = TimetableProgramReaders.all(ZoneId.of("Europe/Copenhagen"));

    private String readAndDescribe(SourceReader reader, String name, String text) {
        return String.valueOf(new SourceFiles(folder).read(reader, name, text));
    }

    @Test
    void filesOutsideAreNeverOpened() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE fet [<!ENTITY s SYSTEM \"" + secret.toUri()
                + "\">]><fet version=\"6\"><Teachers_List><Teacher><Name>&s;</Name></Teacher></Teachers_List></fet>";
        String dtd = "<?xml version=\"1.0\"?><!DOCTYPE timetable SYSTEM \"" + secret.toUri() + "\"><timetable/>";
        String parameter =
                "<?xml version=\"1.0\"?><!DOCTYPE fet [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]><fet/>";

        for (String text : List.of(entity, dtd, parameter)) {
            for (SourceReader reader : List.of(new FetReader(), new AscReader(), new UntisXmlReader())) {
                assertThat(readAndDescribe(reader, "x.fet", text)).doesNotContain("TOP-SECRET");
                assertThat(errorsAndWarnings(new SourceFiles(folder).read(reader, "x.fet", text)))
                        .containsExactly("import.xml.document-type @ line 1");
            }
        }
    }

    @Test
    void entitiesOfEntitiesAreNotExpanded() {
        var text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE fet [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 120; i++) {
            text.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        text.append("]><fet version=\"6\"><Comments>&a39;</Comments></fet>");

        assertThat(errorsAndWarnings(new SourceFiles(folder).read(new FetReader(), "x.fet", text.toString())))
                .containsExactly("import.xml.document-type @ line 1");
    }

    @Test
    void elementsNestedWithoutEndAreRefused() {
        assertThat(errorsAndWarnings(new SourceFiles(folder)
                        .read(new FetReader(), "x.fet", "<fet>".repeat(41) + "</fet>".repeat(41))))
                .containsExactly("import.xml.too-much @ line 1");
        assertThat(errorsAndWarnings(new SourceFiles(folder)
                        .read(new FetReader(), "x.fet", "<fet>".repeat(40) + "</fet>".repeat(40))))
                .doesNotContain("import.xml.too-much @ line 1");
    }

    @Test
    void moreElementsThanATimetableHasAreRefused() {
        String text = "<fet>" + "<a/>".repeat(XmlTreeParser.MOST_ELEMENTS) + "</fet>";

        assertThat(errorsAndWarnings(new SourceFiles(folder).read(new FetReader(), "x.fet", text)))
                .containsExactly("import.xml.too-much @ line 1");
    }

    @Test
    void aFileThatIsGoneIsSaidToBe() {
        for (SourceReader reader : READERS) {
            assertThat(errorsAndWarnings(reader.read("gone", folder.resolve("gone"), HINTS)))
                    .containsExactly("file.not-readable @ ");
        }
    }

    /** Randomly changed bytes of each kind of file: the readers never throw and never hang. The fuzz tests look for more of them. */
    @Test
    void changedBytesNeverThrow() throws IOException {
        var random = new Random(1);
        for (SourceReader reader : READERS) {
            byte[] sound = sample(reader);
            for (int i = 0; i < 120; i++) {
                byte[] bytes = mutate(sound, random);
                Path file = Files.write(folder.resolve("GPU001.TXT"), bytes);
                assertThatCode(() -> {
                            reader.recognises(
                                    Arrays.copyOf(bytes, Math.min(bytes.length, SourceReader.HEAD)), "GPU001.TXT");
                            assertThat(reader.read("x", file, HINTS)).isNotNull();
                        })
                        .as("%s, round %s", reader.getClass().getSimpleName(), i)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] sample(SourceReader reader) throws IOException {
        String name = switch (reader) {
            case AscReader asc -> "asc.xml";
            case FetReader fet -> "small.fet";
            case UntisReader untis -> "GPU001.TXT";
            case UntisXmlReader untis -> "untis.xml";
            case WebUntisReader untis -> "webuntis.json";
            default -> "odd.ics";
        };
        try (InputStream in = HostileSystemFilesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static byte[] mutate(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(60), bytes.length - Math.max(from, at));
                    System.arraycopy(bytes.clone(), from, bytes, at, length);
                }
                default -> bytes[at] = "0123456789,;:=\"<>&\n-".getBytes(StandardCharsets.US_ASCII)[random.nextInt(20)];
            }
        }
        return bytes;
    }
}
