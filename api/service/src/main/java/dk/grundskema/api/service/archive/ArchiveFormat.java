package dk.grundskema.api.service.archive;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The file format of plan archives: a zip with a manifest, each document under its hash, and parts of other features. Archives with any other
 * content are refused.
 */
public final class ArchiveFormat {
    /** Name of the manifest. */
    public static final String MANIFEST = "manifest.json";

    private static final String DOCUMENTS = "documents/";
    private static final String END = ".json";
    private static final Pattern PART = Pattern.compile("(documents/[0-9a-f]{64}|[a-z]{1,40})\\.json");

    private ArchiveFormat() {}

    /** Returns the name of the part for a document. */
    public static String documentPartName(String hash) {
        return DOCUMENTS + hash + END;
    }

    /** Returns whether a part is a document. */
    static boolean isDocument(String name) {
        return name.startsWith(DOCUMENTS);
    }

    /** Returns the hash of the document in a part. */
    static String documentHash(String name) {
        return name.substring(DOCUMENTS.length(), name.length() - END.length());
    }

    /** Returns the name of the part for data outside revisions. */
    static String extraPartName(ArchivePart kept) {
        return kept.partName() + END;
    }

    /**
     * Returns the texts of an archive's parts by name.
     *
     * @param limits maximum size
     * @param beside maximum number of parts with data outside revisions
     * @throws RefusalException 422 with everything that does not belong in it; 413 if it is too large when unpacked
     */
    static Map<String, String> unpack(byte[] archive, ArchiveLimits limits, int beside) {
        var parts = new LinkedHashMap<String, String>();
        var findings = new ArrayList<Finding>();
        long left = limits.unpacked();
        int found = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (++found > limits.parts(beside)) {
                    throw limits.unpacksTooLarge();
                }
                byte[] content = readContent(zip, Math.min(left, limits.part()), limits);
                left -= content.length;
                if (!PART.matcher(name).matches()) {
                    findings.add(Finding.error("archive.foreign-part", "", sanitisedName(name)));
                } else if (parts.putIfAbsent(name, new String(content, StandardCharsets.UTF_8)) != null) {
                    findings.add(Finding.error("archive.part-twice", "", name));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            findings.add(Finding.error("archive.broken", ""));
        }
        if (parts.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.error("archive.broken", ""));
        } else if (!parts.containsKey(MANIFEST)) {
            findings.add(Finding.error("archive.part-missing", "", MANIFEST));
        }
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(List.copyOf(findings));
        }
        return parts;
    }

    private static byte[] readContent(InputStream part, long most, ArchiveLimits limits) throws IOException {
        byte[] bytes = part.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 9) + 1);
        if (bytes.length > most) {
            throw limits.unpacksTooLarge();
        }
        return bytes;
    }

    /** Shortens a name from an archive and replaces special characters. */
    private static String sanitisedName(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._/-]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
