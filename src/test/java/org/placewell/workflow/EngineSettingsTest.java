package org.placewell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine is closed where it should be, and shares its transaction with the domain (design §7). */
@PlacewellTest
class EngineSettingsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MovableClock clock;

    String deployment;

    @BeforeEach
    void deploy() {
        var model = Bpmn.createExecutableProcess("quiet").camundaHistoryTimeToLive(1).startEvent()
                .intermediateCatchEvent("wait").message("neverSent").endEvent().done();
        var secret = Bpmn.createExecutableProcess("reaching").camundaHistoryTimeToLive(1).startEvent()
                .serviceTask("reach").camundaExpression("${dataSource.connection}").endEvent().done();
        deployment = engine.getRepositoryService().createDeployment().addModelInstance("quiet.bpmn", model)
                .addModelInstance("reaching.bpmn", secret).deploy().getId();
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("Expressions reach only delegates and deadline beans")
    void closedBeans() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("reaching")).hasMessageContaining("dataSource");
    }

    @Test
    @DisplayName("The engine's hardening settings are in force")
    void hardened() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isStandaloneTasksEnabled()).isFalse();
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("activity");
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H,PT6H");
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
    }

    @Test
    @DisplayName("Engine and domain share one transaction: they are rolled back together")
    void rollBackTogether() {
        assertThat(transactions).isInstanceOf(JpaTransactionManager.class);
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into organisation (id, name, kind) values ('rolled-back', 'x', 'PAYER')").update();
            runtime.startProcessInstanceByKey("quiet", "rolled-back");
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey("rolled-back").count()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey("rolled-back").count()).isZero();
        assertThat(jdbc.sql("select count(*) from organisation where id = 'rolled-back'").query(Long.class).single()).isZero();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into organisation (id, name, kind) values ('rolled-back', 'x', 'PAYER')").update();
            runtime.startProcessInstanceByKey("reaching", "rolled-back");
        })).isInstanceOf(RuntimeException.class);
        assertThat(jdbc.sql("select count(*) from organisation where id = 'rolled-back'").query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("The engine's clock is our clock")
    void oneClock() {
        clock.stopAt(LocalDate.of(2024, 2, 29));
        // A stopped clock stands a millisecond ahead in the engine, so that a repeating timer due at that very instant comes to an end.
        assertThat(ClockUtil.getCurrentTime().toInstant()).isBetween(clock.instant(), clock.instant().plusMillis(1));
    }
}
