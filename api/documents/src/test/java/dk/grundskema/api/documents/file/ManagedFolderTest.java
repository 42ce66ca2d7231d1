package dk.grundskema.api.documents.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder with managed files and files of other owners. */
class ManagedFolderTest {
    private static final String LIST = ".grundskema-sheets";

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("paper");
    }

    private ManagedFolder sheets() {
        return new ManagedFolder(folder(), "sheets");
    }

    /** Files by name and text, turn about. */
    private static SortedMap<String, byte[]> files(String... namesAndTexts) {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder().resolve(name));
    }

    private Path writeForeignFile(String name, String text) throws IOException {
        Files.createDirectories(folder());
        return Files.writeString(folder().resolve(name), text);
    }

    @Test
    void aFolderThatIsNotThereIsMadeWithThoseAroundIt() throws IOException {
        var deep = new ManagedFolder(parent.resolve("a/b/c"), "sheets");

        assertThat(deep.findWriteObstacles(Set.of("x.html"))).isEmpty();
        assertThat(parent.resolve("a")).doesNotExist();
        assertThat(deep.write(files("x.html", "x"))).isEmpty();
        assertThat(Files.readString(parent.resolve("a/b/c/x.html"))).isEqualTo("x");
    }

    @Test
    void filesAreThereWithTheListAndNothingElse() throws IOException {
        assertThat(sheets().write(files("a.html", "æ", "b.html", "b"))).isEmpty();

        assertThat(names()).containsExactlyInAnyOrder("a.html", "b.html", LIST);
        assertThat(text("a.html")).isEqualTo("æ");
        assertThat(text(LIST).lines()).hasSize(2).last().asString().endsWith("  b.html");
    }

    @Test
    void earlierFilesAreReplacedAndThoseNoLongerWantedGo() throws IOException {
        sheets().write(files("a.html", "old", "b.html", "b"));

        assertThat(sheets().write(files("a.html", "new", "c.html", "c"))).isEmpty();

        assertThat(names()).containsExactlyInAnyOrder("a.html", "c.html", LIST);
        assertThat(text("a.html")).isEqualTo("new");
        assertThat(text(LIST).lines()).hasSize(2);
    }

    @Test
    void filesOfOthersStay() throws IOException {
        writeForeignFile("notes.txt", "mine");
        sheets().write(files("a.html", "a"));
        sheets().write(files());

        assertThat(names()).containsExactlyInAnyOrder("notes.txt", LIST);
        assertThat(text("notes.txt")).isEqualTo("mine");
    }

    @Test
    void allFilesOfOthersThatAreInTheWayAreNamedAndNothingIsWritten() throws IOException {
        Path first = writeForeignFile("a.html", "mine");
        Path third = writeForeignFile("c.html", "mine too");

        var refusals = sheets().write(files("c.html", "c", "b.html", "b", "a.html", "a"));

        assertThat(refusals)
                .containsExactly(
                        Finding.error("folder.others-file", "", first), Finding.error("folder.others-file", "", third));
        assertThat(names()).containsExactlyInAnyOrder("a.html", "c.html");
        assertThat(text("a.html")).isEqualTo("mine");
    }

    @Test
    void managedFileThatWasEditedBlocksTheWrite() throws IOException {
        sheets().write(files("a.html", "a"));
        Path edited = writeForeignFile("a.html", "a, with a note");

        assertThat(sheets().write(files("a.html", "new")))
                .containsExactly(Finding.error("folder.edited-file", "", edited));
        assertThat(text("a.html")).isEqualTo("a, with a note");
    }

    @Test
    void obsoleteFileThatWasEditedIsNoLongerManaged() throws IOException {
        sheets().write(files("a.html", "a", "b.html", "b"));
        writeForeignFile("b.html", "b, with a note");

        assertThat(sheets().write(files("a.html", "a"))).isEmpty();
        assertThat(text("b.html")).isEqualTo("b, with a note");
        assertThat(text(LIST)).doesNotContain("b.html");
        assertThat(sheets().write(files("b.html", "b"))).hasSize(1);
    }

    @Test
    void deletedFileIsWrittenAgain() throws IOException {
        sheets().write(files("a.html", "a"));
        Files.delete(folder().resolve("a.html"));

        assertThat(sheets().write(files("a.html", "a"))).isEmpty();
        assertThat(text("a.html")).isEqualTo("a");
    }

    @Test
    void twoPurposesShareAFolderAndKeepTheirFilesApart() throws IOException {
        var calendars = new ManagedFolder(folder(), "calendars");
        sheets().write(files("a.html", "a"));
        calendars.write(files("a.ics", "a"));

        assertThat(calendars.write(files())).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("a.html", LIST, ".grundskema-calendars");
        assertThat(calendars.findWriteObstacles(Set.of("a.html"))).hasSize(1);
    }

    /** Stopped between the list and the files, or amid them: the list knows both the old and the new. */
    @Test
    void aRunThatWasStoppedAmidIsNotInTheWayOfTheNext() throws IOException {
        var old = files("a.html", "old", "b.html", "b");
        var next = files("a.html", "new", "c.html", "c");
        sheets().write(old);
        FolderManifest.of(old).merge(FolderManifest.of(next)).write(folder().resolve(LIST));
        writeForeignFile("a.html", "new");

        assertThat(sheets().write(next)).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("a.html", "c.html", LIST);

        FolderManifest.of(old).merge(FolderManifest.of(next)).write(folder().resolve(LIST));
        writeForeignFile("a.html", "old");
        assertThat(sheets().write(next)).isEmpty();
        assertThat(text("a.html")).isEqualTo("new");
    }

    @Test
    void aFolderOrLinkOfOursNameIsInTheWay() throws IOException {
        Path target = writeForeignFile("target.html", "mine");
        sheets().write(files("a.html", "mine", "b.html", "b"));
        Files.delete(folder().resolve("a.html"));
        Path link = Files.createSymbolicLink(folder().resolve("a.html"), target);
        Files.delete(folder().resolve("b.html"));
        Path inside = Files.createDirectory(folder().resolve("b.html"));

        assertThat(sheets().write(files("a.html", "new", "b.html", "new")))
                .extracting(Finding::arguments)
                .containsExactly(List.of(link), List.of(inside));
        assertThat(text("target.html")).isEqualTo("mine");
    }

    @Test
    void aListThatSomebodySpoiltOwnsNothing() throws IOException {
        sheets().write(files("a.html", "a"));
        writeForeignFile(LIST, "../../secret\n" + "0".repeat(64) + "  ../x\nnonsense");

        assertThat(sheets().write(files("a.html", "a"))).hasSize(1);
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaid() throws IOException {
        Path file = Files.writeString(folder(), "x");

        assertThat(sheets().findWriteObstacles(Set.of())).containsExactly(Finding.error("folder.is-file", "", file));
        assertThat(new ManagedFolder(file.resolve("in"), "sheets").write(files("a.html", "a")))
                .containsExactly(Finding.error("folder.not-writable", "", file.resolve("in")));
    }

    @Test
    void unwritableFileListStopsAllWriting() throws IOException {
        Files.createDirectories(folder().resolve(LIST).resolve("taken"));

        assertThat(sheets().write(files("a.html", "a")))
                .containsExactly(Finding.error("folder.not-writable", "", folder()));
        assertThat(names()).containsExactly(LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a/b", "å.html", "A.html", ".hidden", "a b", "a\nb"})
    void namesThatSomeFileSystemWouldNotTakeAreTheProgrammersFault(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> sheets().findWriteObstacles(Set.of(name)));
        assertThatIllegalArgumentException().isThrownBy(() -> sheets().write(files(name, "x")));
    }
}
