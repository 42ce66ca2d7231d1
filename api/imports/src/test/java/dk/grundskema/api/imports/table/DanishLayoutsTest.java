package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Timetables as Danish schools draw them, in all encodings and as workbooks, mean the same lessons. */
class DanishLayoutsTest {
    static Stream<DanishLayouts.Layout> layouts() {
        return DanishLayouts.all().stream();
    }

    private static void assertUnderstood(DanishLayouts.Layout layout, SourceData source) {
        assertThat(TableReaderFixture.describeLessons(source)).containsExactlyInAnyOrderElementsOf(layout.lessons());
        assertThat(TableReaderFixture.describeFindings(source).stream()
                        .filter(line -> !line.startsWith("INFO"))
                        .toList())
                .containsExactlyElementsOf(layout.warnings());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void inUtf8(DanishLayouts.Layout layout) {
        assertUnderstood(layout, layout.read(layout.text().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void withAByteOrderMark(DanishLayouts.Layout layout) {
        assertUnderstood(layout, layout.read(("\uFEFF" + layout.text()).getBytes(StandardCharsets.UTF_8)));
        assertUnderstood(layout, layout.read(("\uFEFF" + layout.text()).getBytes(StandardCharsets.UTF_16LE)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void inWindowsLettersAndLineEnds(DanishLayouts.Layout layout) {
        assertUnderstood(
                layout, layout.read(layout.text().replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"))));
    }
}
