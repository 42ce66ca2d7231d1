package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a cell of a base timetable says: a block, perhaps with the subject of a module after a colon, a number of adults and people, and all
 * of that for single teams.
 */
final class BlockCellReader {
    private static final int MOST_ADULTS = 40;
    private static final int EVENING = 18;
    private static final String MODULE = "MODULE";

    /** What an unknown word is read as, in the finding about it. */
    private static final int AS_FREE_TIME = 0;

    private static final int AS_EVENING = 1;
    private static final int AS_THE_OTHER_TEAMS = 2;
    private static final Pattern ADULTS = Pattern.compile(
            "(?iu)\\s*[,(–-]?\\s*\\(?(\\d{1,2}|ingen|uden)\\s*(?:voks(?:en|ner?)|l(?:æ|ae)rere?|medarbejdere?|personaler?|adults?|staff|teachers?)(?:\\s*(?:pr\\.?|per)\\s*(?:hold|team))?\\)?"
                    + "|\\s*\\((\\d{1,2})\\)\\s*$");
    private static final Pattern SUBJECT =
            Pattern.compile("(?iu)^(?:modul|module|lektion|lesson)\\s*(\\d{0,2})\\.?\\s*[:–-]\\s*(\\S.*)$");

    private final CampVocabulary words;
    private final List<FileFinding> findings;

    /**
     * @param words    subjects and people that cells may name
     * @param findings receives what is not understood
     */
    BlockCellReader(CampVocabulary words, List<FileFinding> findings) {
        this.words = words;
        this.findings = findings;
    }

    /**
     * A block as a cell describes it.
     *
     * @param title     its title without the subject; empty means the usual one
     * @param kind      its kind, a constant of the camp type
     * @param word      what its first word means; {@code null} if it is not known
     * @param staff     number of adults; {@code null} means the usual one
     * @param isPerTeam whether the cell names teams
     * @param parts     what it says for its teams, at least one part
     */
    record BlockCell(
            String title,
            String kind,
            @Nullable BlockWord word,
            @Nullable Integer staff,
            boolean isPerTeam,
            List<CellPart> parts) {
        /** Copies the list. */
        BlockCell {
            parts = List.copyOf(parts);
        }

        boolean isModule() {
            return kind.equals(MODULE);
        }
    }

    /**
     * What a cell says for some teams.
     *
     * @param teams   numbers or letters of the teams; empty means all
     * @param title   title without the subject
     * @param word    what its first word means; {@code null} if it is not known
     * @param subject subject of a module; empty means none
     * @param staff   number of adults; {@code null} means that it is not said
     * @param names   people that it names
     */
    record CellPart(
            List<String> teams,
            String title,
            @Nullable BlockWord word,
            String subject,
            @Nullable Integer staff,
            List<String> names) {
        /** Copies the lists. */
        CellPart {
            teams = List.copyOf(teams);
            names = List.copyOf(names);
        }

        /** Returns what the teams do, as the cell says it: the subject or, without one, the title. */
        String activity() {
            return subject.isEmpty() ? title : subject;
        }
    }

    /** @param startHour hour at which the block begins, which decides what an unknown word means */
    BlockCell read(SourceText cell, int startHour) {
        List<CellPart> parts = TeamPart.split(cell.text()).stream()
                .map(part -> part(cell, part))
                .toList();
        boolean isEvening = startHour >= EVENING;
        Optional<CellPart> known =
                parts.stream().filter(part -> part.word() != null).findFirst();
        Optional<BlockWord> word = known.map(CellPart::word);
        if (parts.stream().anyMatch(part -> part.word() == null)) {
            int readAs = known.isPresent() ? AS_THE_OTHER_TEAMS : isEvening ? AS_EVENING : AS_FREE_TIME;
            findings.add(FileFinding.warning(cell.place(), "import.base.block-unknown", cell.text(), readAs));
        }
        String kind = word.map(BlockWord::kind).orElse(isEvening ? "EVENING" : "FREE_TIME");
        if (parts.stream()
                .map(CellPart::word)
                .anyMatch(one -> one != null && !one.kind().equals(kind))) {
            findings.add(FileFinding.warning(
                    cell.place(),
                    "import.base.teams-differ",
                    cell.text(),
                    known.map(CellPart::activity).orElse("")));
        }
        return new BlockCell(
                title(parts, kind),
                kind,
                word.orElse(null),
                parts.stream()
                        .map(CellPart::staff)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(null),
                !parts.getFirst().teams().isEmpty(),
                parts);
    }

    private static String title(List<CellPart> parts, String kind) {
        return kind.equals(MODULE)
                ? parts.getFirst().title()
                : parts.stream()
                        .map(CellPart::title)
                        .filter(title -> !title.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" / "));
    }

    private CellPart part(SourceText cell, TeamPart part) {
        var people = words.findStaff(ADULTS.matcher(part.text())
                .replaceAll("")
                .replaceAll("\\s*\\R\\s*", " ")
                .strip());
        Integer staff = adults(cell, part.text(), people.names());
        var alone = BlockWord.find(people.rest()).isEmpty()
                ? words.findSubject(people.rest())
                : new CampVocabulary.SubjectMention("", people.rest());
        if (!alone.subject().isEmpty()) {
            if (!alone.rest().isEmpty()) {
                findings.add(
                        FileFinding.warning(cell.place(), "import.base.part-unknown", alone.rest(), alone.subject()));
            }
            return new CellPart(part.teams(), "", BlockWord.MODULE, alone.subject(), staff, people.names());
        }
        String title = people.rest();
        BlockWord word = BlockWord.find(title).orElse(null);
        var subject = SUBJECT.matcher(title);
        return word == BlockWord.MODULE && subject.matches()
                ? new CellPart(
                        part.teams(),
                        title.substring(0, subject.start(2)).replaceAll("\\s*[:–-]\\s*$", ""),
                        word,
                        subject.group(2).strip(),
                        staff,
                        people.names())
                : new CellPart(part.teams(), title, word, "", staff, people.names());
    }

    /** Returns the number of adults that a part states; otherwise of the people that it names, if they are several. */
    private @Nullable Integer adults(SourceText cell, String text, List<String> people) {
        var found = ADULTS.matcher(text);
        if (!found.find()) {
            return people.size() > 1 ? Integer.valueOf(Math.min(people.size(), MOST_ADULTS)) : null;
        }
        String number = found.group(1) == null ? found.group(2) : found.group(1);
        int adults = number.matches("\\d+") ? Integer.parseInt(number) : 0;
        if (adults > MOST_ADULTS) {
            findings.add(FileFinding.error(cell.place(), "import.base.too-many-adults", cell.text(), MOST_ADULTS));
            return null;
        }
        return adults;
    }
}
