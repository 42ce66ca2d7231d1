package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each mistake in input lists gives a complaint with a suggestion. */
class InputListContractTest {
    record Reader(
            StudentId studentId,
            int level,
            @Default("5") int need,
            @Nullable String area,
            List<StaffId> helpers) {}

    record Readers(List<Reader> readers, List<UsableTime> usable) {}

    private static final Column STUDENT = Column.required("studentId", Kind.STUDENT);
    private static final Column LEVEL = Column.required("level", Kind.WHOLE);

    private static class ReadingPlugin extends ComposedPlugin<Readers> {
        ReadingPlugin(InputList... lists) {
            super(parts(
                            new InterventionType("reading", 1, InterventionType.Category.AROUND, "ours"),
                            Readers.class,
                            (one, problem, interruptions) -> new DemandBuilder(one, problem).build())
                    .lists(lists));
        }

        /** All texts exist; a sheet's name is too long. */
        @Override
        public ResourceBundle texts(Locale locale) {
            return new ResourceBundle() {
                @Override
                public boolean containsKey(String key) {
                    return true;
                }

                @Override
                protected Object handleGetObject(String key) {
                    return key.startsWith("list.long") ? "x".repeat(32) : "x".repeat(31);
                }

                @Override
                public Enumeration<String> getKeys() {
                    return Collections.emptyEnumeration();
                }
            };
        }
    }

    private static List<String> complaints(String key, Column... columns) {
        return InputListContract.complaints(new ReadingPlugin(new InputList(key, List.of(columns), List.of())));
    }

    @Test
    void listWithTheColumnsOfItsParameterIsAccepted() {
        assertThat(complaints(
                        "readers",
                        STUDENT,
                        LEVEL,
                        Column.optional("need", Kind.WHOLE),
                        Column.several("helpers", Kind.STAFF)))
                .isEmpty();
        assertThat(complaints("readers", STUDENT, LEVEL)).isEmpty();
    }

    @Test
    void listWithoutParameterIsNamed() {
        assertThat(complaints("reader", STUDENT, LEVEL))
                .singleElement()
                .asString()
                .contains("The list (reader) is no parameter: (Readers)", "override fromLists and originInLists?");
    }

    @Test
    void unknownColumnAndColumnOfAnotherTypeAreNamed() {
        assertThat(complaints("readers", STUDENT, LEVEL, Column.optional("areas", Kind.TEXT)))
                .singleElement()
                .asString()
                .contains("The column (areas) of the list (readers) is no part of (Reader)");
        assertThat(complaints("readers", STUDENT, Column.required("level", Kind.NUMBER)))
                .singleElement()
                .asString()
                .contains(
                        "The column (level) of the list (readers) is a (NUMBER), but the part of (Reader) is a (int)");
        assertThat(complaints("readers", STUDENT, LEVEL, Column.optional("helpers", Kind.STAFF)))
                .singleElement()
                .asString()
                .contains("holds one, but the part of (Reader) is a (List)", "Maybe take Column.several?");
        assertThat(complaints("readers", STUDENT, LEVEL, Column.several("area", Kind.TEXT)))
                .singleElement()
                .asString()
                .contains("holds several, but the part of (Reader) is a (String)");
    }

    @Test
    void componentRequiredInEachRowMustBeARequiredColumn() {
        assertThat(complaints("readers", STUDENT, Column.optional("level", Kind.WHOLE)))
                .singleElement()
                .asString()
                .contains("Each row of the list (readers) needs (level)");
        assertThat(complaints("readers", LEVEL)).singleElement().asString().contains("needs (studentId)");
    }

    @Test
    void aSheetsNameHasAtMost31Letters() {
        var own = new ReadingPlugin(new InputList("long", List.of(STUDENT), List.of())) {
            @Override
            public Map<String, Object> fromLists(Map<String, List<Map<String, Object>>> rows) {
                return Map.of();
            }
        };

        assertThat(InputListContract.complaints(own))
                .hasSize(3)
                .filteredOn(text -> text.contains("more than 31 letters"))
                .hasSize(2);
        assertThat(InputListContract.complaints(own))
                .filteredOn(text -> text.contains("Maybe override originInLists, too?"))
                .hasSize(1);
    }
}
