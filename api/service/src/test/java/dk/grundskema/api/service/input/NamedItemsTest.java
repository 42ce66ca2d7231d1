package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.timetable.SmallCampFixture;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.FormField.Kind;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Availability;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Display names of items in forms, and the resolution of typed names. */
final class NamedItemsTest {
    private static StaffMember staff(String id, String name) {
        return new StaffMember(
                new StaffId(id), name, new TreeSet<>(), Availability.always(), 37, 0, List.of(), null, null, null);
    }

    private static ItemNameIndex of(List<StaffMember> staff) {
        return new ItemNameIndex(new SmallCampFixture().problem().withStaff(staff), true);
    }

    @Test
    void itemIsFoundByItsIdOrByItsNameIgnoringCase() {
        var itemNames = of(List.of(staff("lk", "Lone Kjær"), staff("pa", "Peter Aagaard")));
        assertThat(itemNames.resolveId(EntityKind.STAFF, "pa")).isEqualTo("pa");
        assertThat(itemNames.resolveId(EntityKind.STAFF, "LONE KJÆR")).isEqualTo("lk");
        assertThat(itemNames.resolveId(EntityKind.STAFF, "Mette")).as("nobody").isEqualTo("Mette");
        assertThat(itemNames.resolveId(EntityKind.ROOM, "lone kjær"))
                .as("of no other kind")
                .isEqualTo("lone kjær");
        assertThat(itemNames.resolveId(null, "lk")).isEqualTo("lk");
        assertThat(itemNames.displayName(EntityKind.STAFF, "lk")).isEqualTo("Lone Kjær");
        assertThat(itemNames.displayName(EntityKind.STAFF, "LK"))
                .as("ids are as they are")
                .isEqualTo("LK");
    }

    private static final Locale DANISH = Locale.of("da");

    /** The usual kinds, and those of the plan's rooms. */
    private static ItemNameIndex inDanish(String... kinds) {
        var plan = new SmallCampFixture();
        plan.otherRooms = Stream.of(kinds)
                .map(kind -> new Room(new RoomId(kind), kind, null, kind, 20, Availability.always()))
                .toList();
        return new ItemNameIndex(
                plan.problem(),
                true,
                new Texts(DANISH, List.of(TextBundles.load(Finding.class, "messages", DANISH)), Function.identity()));
    }

    @Test
    void kindsOfRoomsAreInTheReadersWords() {
        ItemNameIndex itemNames = inDanish("keramik");
        assertThat(itemNames.displayName(EntityKind.ROOM_KIND, "hall")).isEqualTo("hal");
        assertThat(itemNames.displayName(EntityKind.ROOM_KIND, "keramik")).isEqualTo("keramik");
        assertThat(itemNames.resolveId(EntityKind.ROOM_KIND, "Hal")).isEqualTo("hall");
        assertThat(itemNames.resolveId(EntityKind.ROOM_KIND, "sal"))
                .as("another word for it")
                .isEqualTo("hall");
        assertThat(itemNames.resolveId(EntityKind.ROOM_KIND, "hall")).isEqualTo("hall");
        assertThat(itemNames.resolveId(EntityKind.ROOM_KIND, "Keramik")).isEqualTo("keramik");
        assertThat(itemNames.resolveId(EntityKind.ROOM_KIND, "svømmehal")).isEqualTo("svømmehal");
    }

    @Test
    void aKindOfThePlansOwnRoomsIsNotTakenForTheUsualOneThatIsCalledSo() {
        ItemNameIndex itemNames = inDanish("Hal", "sal");
        assertThat(itemNames.displayName(EntityKind.ROOM_KIND, "Hal")).isEqualTo("Hal");
        assertThat(itemNames.displayName(EntityKind.ROOM_KIND, "hall")).isEqualTo("hall");
        for (String kind : List.of("Hal", "sal", "hall", "classroom")) {
            assertThat(itemNames.resolveId(EntityKind.ROOM_KIND, itemNames.displayName(EntityKind.ROOM_KIND, kind)))
                    .as("kept as it is")
                    .isEqualTo(kind);
        }
    }

    @Test
    void linesOfAFormAreKindsOfRooms() {
        var line = new FormField("", Kind.TEXT, "", "", "", EntityKind.ROOM_KIND, List.of(), List.of(), null);
        var field = new FormField(
                "roomKinds", Kind.LINES, "", "", "", EntityKind.ROOM_KIND, List.of(), List.of(line), null);
        ItemNameIndex itemNames = inDanish();
        var typed = new ParameterFormReader(
                Map.of("/roomKinds", new String[] {"Hal\nklasselokale\nsal"}), itemNames, CellCodec.ofPlan(List.of()));
        Json.JsonObject read = typed.read(List.of(field), "");
        assertThat(JsonFormatter.formatOnOneLine(read)).isEqualTo("{\"roomKinds\": [\"hall\", \"classroom\"]}");
        assertThat(new FieldBinder(itemNames, Map.of(), "", DANISH).bind(List.of(field), read, ""))
                .singleElement()
                .satisfies(bound -> assertThat(bound.value()).isEqualTo("hal\nklasselokale"));
    }

    @Test
    void ofOneWhoseIdAndAnotherWhoseNameItIsTheFirstIsMeant() {
        assertThat(of(List.of(staff("b", "A"), staff("A", "B"))).resolveId(EntityKind.STAFF, "A"))
                .isEqualTo("b");
        assertThat(of(List.of(staff("A", "B"), staff("b", "A"))).resolveId(EntityKind.STAFF, "A"))
                .isEqualTo("A");
    }

    @Test
    void bracketsMayBeOmittedWhereTheRestNamesOneItem() {
        var itemNames =
                of(List.of(staff("1", "Ida Lund (7A)"), staff("2", "Bo Friis (7A)"), staff("3", "Bo Friis (7B)")));
        assertThat(itemNames.resolveId(EntityKind.STAFF, "ida lund")).isEqualTo("1");
        assertThat(itemNames.resolveId(EntityKind.STAFF, "Bo Friis")).isEqualTo("Bo Friis");
        assertThat(itemNames.resolveId(EntityKind.STAFF, "Bo Friis (7b)")).isEqualTo("3");
    }

    @Test
    void staffMemberWithANamesakeIsNamedWithTheId() {
        var itemNames = of(List.of(staff("1", "Bo Friis"), staff("2", "Bo Friis")));
        assertThat(itemNames.displayName(EntityKind.STAFF, "2")).isEqualTo("Bo Friis · 2");
        assertThat(itemNames.resolveId(EntityKind.STAFF, "bo friis · 2")).isEqualTo("2");
    }

    @Test
    void veryManyCellsAreReadInNoTime() {
        int many = 20_000;
        var itemNames = of(IntStream.range(0, many)
                .mapToObj(i -> staff("id-" + i, "Navn " + i))
                .toList());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < many; i++) {
                assertThat(itemNames.resolveId(EntityKind.STAFF, "navn " + i)).isEqualTo("id-" + i);
                assertThat(itemNames.displayName(EntityKind.STAFF, "id-" + i)).isEqualTo("Navn " + i);
            }
        });
    }
}
