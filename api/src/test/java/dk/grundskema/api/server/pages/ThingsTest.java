package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Kind;
import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.TextFiles;
import dk.grundskema.api.timetable.SmallPlan;
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

/** What forms call the things of a plan, and what is meant by what is typed into them. */
final class ThingsTest {
    private static StaffMember staff(String id, String name) {
        return new StaffMember(
                new StaffId(id), name, new TreeSet<>(), Availability.always(), 37, 0, List.of(), null, null, null);
    }

    private static Things of(List<StaffMember> staff) {
        return new Things(new SmallPlan().problem().staffed(staff), true);
    }

    @Test
    void somethingIsMeantByItsIdOrByItsNameHoweverItIsWritten() {
        var things = of(List.of(staff("lk", "Lone Kjær"), staff("pa", "Peter Aagaard")));
        assertThat(things.meant(Thing.STAFF, "pa")).isEqualTo("pa");
        assertThat(things.meant(Thing.STAFF, "LONE KJÆR")).isEqualTo("lk");
        assertThat(things.meant(Thing.STAFF, "Mette")).as("nobody").isEqualTo("Mette");
        assertThat(things.meant(Thing.ROOM, "lone kjær")).as("of no other kind").isEqualTo("lone kjær");
        assertThat(things.meant(null, "lk")).isEqualTo("lk");
        assertThat(things.called(Thing.STAFF, "lk")).isEqualTo("Lone Kjær");
        assertThat(things.called(Thing.STAFF, "LK")).as("ids are as they are").isEqualTo("LK");
    }

    private static final Locale DANISH = Locale.of("da");

    /** The usual kinds, and those of the plan's rooms. */
    private static Things inDanish(String... kinds) {
        var plan = new SmallPlan();
        plan.otherRooms = Stream.of(kinds)
                .map(kind -> new Room(new RoomId(kind), kind, null, kind, 20, Availability.always()))
                .toList();
        return new Things(
                plan.problem(),
                true,
                new Texts(DANISH, List.of(TextFiles.beside(Finding.class, "messages", DANISH)), Function.identity()));
    }

    @Test
    void kindsOfRoomsAreInTheReadersWords() {
        Things things = inDanish("keramik");
        assertThat(things.called(Thing.ROOM_KIND, "hall")).isEqualTo("hal");
        assertThat(things.called(Thing.ROOM_KIND, "keramik")).isEqualTo("keramik");
        assertThat(things.meant(Thing.ROOM_KIND, "Hal")).isEqualTo("hall");
        assertThat(things.meant(Thing.ROOM_KIND, "sal"))
                .as("another word for it")
                .isEqualTo("hall");
        assertThat(things.meant(Thing.ROOM_KIND, "hall")).isEqualTo("hall");
        assertThat(things.meant(Thing.ROOM_KIND, "Keramik")).isEqualTo("keramik");
        assertThat(things.meant(Thing.ROOM_KIND, "svømmehal")).isEqualTo("svømmehal");
    }

    @Test
    void aKindOfThePlansOwnRoomsIsNotTakenForTheUsualOneThatIsCalledSo() {
        Things things = inDanish("Hal", "sal");
        assertThat(things.called(Thing.ROOM_KIND, "Hal")).isEqualTo("Hal");
        assertThat(things.called(Thing.ROOM_KIND, "hall")).isEqualTo("hall");
        for (String kind : List.of("Hal", "sal", "hall", "classroom")) {
            assertThat(things.meant(Thing.ROOM_KIND, things.called(Thing.ROOM_KIND, kind)))
                    .as("kept as it is")
                    .isEqualTo(kind);
        }
    }

    @Test
    void linesOfAFormAreKindsOfRooms() {
        var line = new FormField("", Kind.TEXT, "", "", "", Thing.ROOM_KIND, List.of(), List.of(), null);
        var field = new FormField("roomKinds", Kind.LINES, "", "", "", Thing.ROOM_KIND, List.of(), List.of(line), null);
        Things things = inDanish();
        var typed = new TypedParameters(Map.of("/roomKinds", new String[] {"Hal\nklasselokale\nsal"}), things);
        Json.Structure read = typed.of(List.of(field), "");
        assertThat(JsonText.line(read)).isEqualTo("{\"roomKinds\": [\"hall\", \"classroom\"]}");
        assertThat(new BoundFields(things, Map.of(), "", DANISH).of(List.of(field), read, ""))
                .singleElement()
                .satisfies(bound -> assertThat(bound.value()).isEqualTo("hal\nklasselokale"));
    }

    @Test
    void ofOneWhoseIdAndAnotherWhoseNameItIsTheFirstIsMeant() {
        assertThat(of(List.of(staff("b", "A"), staff("A", "B"))).meant(Thing.STAFF, "A"))
                .isEqualTo("b");
        assertThat(of(List.of(staff("A", "B"), staff("b", "A"))).meant(Thing.STAFF, "A"))
                .isEqualTo("A");
    }

    @Test
    void whatStandsInBracketsNeedNotBeTypedAsLongAsOneIsMeantByTheRest() {
        var things = of(List.of(staff("1", "Ida Lund (7A)"), staff("2", "Bo Friis (7A)"), staff("3", "Bo Friis (7B)")));
        assertThat(things.meant(Thing.STAFF, "ida lund")).isEqualTo("1");
        assertThat(things.meant(Thing.STAFF, "Bo Friis")).isEqualTo("Bo Friis");
        assertThat(things.meant(Thing.STAFF, "Bo Friis (7b)")).isEqualTo("3");
    }

    @Test
    void whoIsCalledAsSomebodyElseIsHasTheId() {
        var things = of(List.of(staff("1", "Bo Friis"), staff("2", "Bo Friis")));
        assertThat(things.called(Thing.STAFF, "2")).isEqualTo("Bo Friis · 2");
        assertThat(things.meant(Thing.STAFF, "bo friis · 2")).isEqualTo("2");
    }

    @Test
    void veryManyCellsAreReadInNoTime() {
        int many = 20_000;
        var things = of(IntStream.range(0, many)
                .mapToObj(i -> staff("id-" + i, "Navn " + i))
                .toList());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < many; i++) {
                assertThat(things.meant(Thing.STAFF, "navn " + i)).isEqualTo("id-" + i);
                assertThat(things.called(Thing.STAFF, "id-" + i)).isEqualTo("Navn " + i);
            }
        });
    }
}
