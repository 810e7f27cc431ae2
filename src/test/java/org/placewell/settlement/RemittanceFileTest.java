package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.shared.Csv;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;

@DisplayName("A remittance file")
class RemittanceFileTest {

    private static final String GOOD = "statement,claim,amount\nS-34679AC,C-34679AC,132.00\nS-34679AC,C-34679AD,-12.50\nTOTAL,2,119.50\n";

    @Test
    @DisplayName("is read with or without a byte order mark, with either line end, with or without pence")
    void good() {
        assertThat(RemittanceFile.read(bytes(GOOD))).extracting(RemittanceFile.Line::amount).containsExactly(Pence.of(13_200), Pence.of(-1_250));
        assertThat(RemittanceFile.read(bytes("\ufeff" + GOOD.replace("\n", "\r\n").replace("132.00", "132")))).hasSize(2);
    }

    @ParameterizedTest
    @DisplayName("with a mistake is refused with the line named")
    @CsvSource(delimiter = '|', value = {
        "statement,claim,amount|statement;claim;amount|Line 1",
        "132.00|132.001|Line 2: '132.001' is not an amount",
        "132.00|1e5|Line 2",
        "132.00|£132|Line 2",
        "132.00|0.00|Line 2: the amount is zero",
        "C-34679AD|C-34679ad|Line 3: 'S-34679AC' and 'C-34679ad' must look like S-34679AC for a statement",
        "C-34679AD|C-34679AD\u200b|Line 3: 'S-34679AC' and 'C-34679AD·' must look like",
        "statement,claim,amount|statement;claim;amount|Line 1: the cells are kept apart by semicolons",
        "statement,claim,amount|payment,claim,amount|Line 1: the heading must be: statement,claim,amount, not: payment,claim",
        "S-34679AC,C-34679AD|C-34679AD|Line 3: three cells are needed: statement, claim, amount; here are 2",
        "132.00|1,132.00|Line 2: three cells are needed: statement, claim, amount; here are 4. An amount has no comma",
        "TOTAL,2,119.50|TOTAL,3,119.50|Line 4: the total says 3 payments, the file has 2",
        "TOTAL,2,119.50|TOTAL,2,119.51|Line 4: the total says £119.51, the payments make £119.50",
        "TOTAL,2,119.50|S-34679AC,C-34679AE,1.00|Line 4: the last line must be TOTAL",
        "TOTAL,2,119.50|TOTAL,2,x|Line 4"})
    void wrong(String right, String wrong, String message) {
        assertThatThrownBy(() -> RemittanceFile.read(bytes(GOOD.replace(right, wrong)))).isInstanceOf(Problem.class).hasMessageStartingWith(message);
    }

    @Test
    @DisplayName("that is empty, not UTF-8 or not CSV is refused in plain words")
    void notText() {
        assertThatThrownBy(() -> RemittanceFile.read(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> RemittanceFile.read(GOOD.replace("132", "£132").getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> RemittanceFile.read(GOOD.replace("12.50", "£12.50").getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageStartingWith("Line 3: the file is not in the encoding UTF-8");
        assertThatThrownBy(() -> RemittanceFile.read(GOOD.getBytes(StandardCharsets.UTF_16))).hasMessageStartingWith("Line 1: the file is in the encoding UTF-16");
        assertThatThrownBy(() -> RemittanceFile.read(GOOD.getBytes(StandardCharsets.UTF_16LE))).hasMessageStartingWith("Line 1: the file is not plain text");
        assertThatThrownBy(() -> RemittanceFile.read(new byte[20 * 1024 * 1024])).hasMessageContaining("more than 10 MB");
        assertThatThrownBy(() -> RemittanceFile.read(bytes("statement,claim,amount\n\"S-34679AC,C-3467"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> RemittanceFile.read(bytes("%PDF-1.7\n"))).hasMessageStartingWith("Line 1: this is a PDF");
        assertThatThrownBy(() -> RemittanceFile.read(bytes("PK\u0003\u0004x"))).hasMessageStartingWith("Line 1: this is a workbook");
        assertThatThrownBy(() -> RemittanceFile.read(bytes("statement,claim,amount\n"))).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("names the line as an editor counts it, empty lines included; a charge may stand where a claim does")
    void lines() {
        assertThat(RemittanceFile.read(bytes(GOOD.replace("C-34679AD", "K-34679AD")))).extracting(RemittanceFile.Line::claimRef).contains("K-34679AD");
        assertThat(RemittanceFile.read(bytes(GOOD.replace("\nS", "\n\nS")))).extracting(RemittanceFile.Line::number).containsExactly(3, 5);
        assertThatThrownBy(() -> RemittanceFile.read(bytes(GOOD.replace("\nS", "\n\nS").replace("-12.50", "-12.5x")))).hasMessageStartingWith("Line 5:");
        var most = "S-34679AC,C-34679AC,1.00\n".repeat(RemittanceFile.MOST_LINES + 1);
        assertThatThrownBy(() -> RemittanceFile.read(bytes("statement,claim,amount\n" + most + "TOTAL,20001,20001.00\n")))
                .hasMessageContaining("at most 20000 payments");
    }

    @Test
    @DisplayName("of any bytes is either read or refused, never a fault")
    void anyBytes() {
        long seed = new Random().nextLong();
        System.out.println("RemittanceFileTest.anyBytes seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var file = bytes(GOOD);
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(RemittanceFile.read(file)).isNotEmpty();
            } catch (Problem problem) {
                assertThat(problem.field()).isEqualTo("file");
            }
        }
    }

    @Test
    @DisplayName("Cells that a spreadsheet would take for a formula are made harmless")
    void formulas() {
        assertThat(Csv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(Csv.cell("@x,y")).isEqualTo("\"'@x,y\"");
        assertThat(Csv.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(Csv.cell(null)).isEmpty();
        assertThat(Csv.pounds(Pence.of(-5))).isEqualTo("-0.05");
        assertThat(Csv.pounds(Pence.of(144_000))).isEqualTo("1440.00");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
